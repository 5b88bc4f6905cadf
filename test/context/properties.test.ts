import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/context/types.js'
import { createGraph } from '../../src/graph/graph.js'
import { app, inMemory, sitesOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'
import { type Shape, shapes, treeOf } from './import-shapes.js'

const expected: Record<Shape['by'], Context[]> = {
  route: ['route-handler'],
  action: ['server-action'],
  both: ['server-action', 'route-handler'],
}

/** The contexts of each call site, by place and tag. */
function contextsOf(
  files: Tree,
  order: (files: string[]) => string[] = (list) => list,
): Record<string, Context[]> {
  const workspace = inMemory({ 'package.json': '{"name":"app","dependencies":{"next":"16"}}', ...files })
  const ordered = { ...workspace, files: order(workspace.files) }
  const sites = sitesOf({ workspace: ordered, graph: createGraph(ordered) })
  return Object.fromEntries(
    sites.map(({ site, contexts }) => [`${site.file}:${site.line} ${site.arguments[0]?.text}`, contexts]),
  )
}

/** Files that have little or nothing to do with the helper. */
const extra: Record<string, Tree> = {
  'lib/unrelated.ts': { 'lib/unrelated.ts': 'export const unrelated = () => 1' },
  'lib/posts.ts': {
    'lib/posts.ts':
      "import { revalidateTag } from 'next/cache'\nexport const expirePosts = () => revalidateTag('other')",
  },
  'lib/side.ts': { 'lib/side.ts': "import './m0'" },
  'lib/star.ts': { 'lib/star.ts': "export * from './m0'\nexport * from './m1'" },
  'lib/type.ts': { 'lib/type.ts': "import type { cache } from './m0'\nexport type C = typeof cache" },
  'lib/namespace.ts': { 'lib/namespace.ts': "import * as all from './m0'\nrun(all)" },
  'lib/broken.ts': { 'lib/broken.ts': "import { expirePosts } from './m0'\nfunction (" },
  'app/other/page.tsx': {
    'app/other/page.tsx':
      "import { expirePosts } from '../../lib/m0'\nexport default () => <form action={expirePosts} />",
  },
  'app/other/route.ts': {
    'app/other/route.ts': "import * as all from '../../lib/m0'\nexport const GET = () => all.expirePosts()",
  },
  'app/client.tsx': {
    'app/client.tsx':
      "'use client'\nimport { save } from './actions'\nexport const C = () => <b onClick={() => save()} />",
  },
  'lib/m0.test.ts': { 'lib/m0.test.ts': "import { expirePosts } from './m0'\nexpirePosts()" },
  'lib/cycle.ts': { 'lib/cycle.ts': "export * from './cycle'\nexport * from './star'" },
}

describe('the contexts of a helper', () => {
  test('do not depend on how it is exported, handed on and imported', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const sites = sitesOf(app(treeOf(shape)))
        const posts = sites.find(({ site }) => site.arguments[0]?.text === "'posts'")
        expect(posts?.contexts).toEqual(expected[shape.by])
      }),
      { numRuns: 250 },
    )
  })

  test('do not spread to what stands beside it', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const sites = sitesOf(app(treeOf(shape)))
        const beside = sites.filter(({ site }) => site.arguments[0]?.text === "'beside'")
        expect(beside.length).toBeGreaterThan(0)
        expect(beside.flatMap(({ contexts }) => contexts)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  test('do not depend on the order of the files', () => {
    const orders = fc.infiniteStream(fc.nat(1000))
    fc.assert(
      fc.property(shapes, orders, (shape, numbers) => {
        const shuffled = (list: string[]) =>
          list
            .map((file) => [numbers.next().value ?? 0, file] as const)
            .sort(([a], [b]) => a - b)
            .map(([, file]) => file)
        const files = { ...treeOf(shape), ...extra['app/other/page.tsx'] }
        const sorted = (found: Record<string, Context[]>) => Object.entries(found).sort()
        expect(sorted(contextsOf(files, shuffled))).toEqual(sorted(contextsOf(files)))
      }),
      { numRuns: 100 },
    )
  })
})

test('another file never takes a context away', () => {
  fc.assert(
    fc.property(shapes, fc.subarray(Object.keys(extra), { minLength: 1 }), (shape, names) => {
      const files = treeOf(shape)
      const before = contextsOf(files)
      const after = contextsOf(Object.assign({}, files, ...names.map((name) => extra[name])))
      for (const [place, contexts] of Object.entries(before))
        expect(after[place]).toEqual(expect.arrayContaining(contexts))
    }),
    { numRuns: 120 },
  )
})

test('another import in a file never takes a context away', () => {
  const imports = fc.constantFrom(
    "import './m0'",
    "import * as everything from './m0'",
    "import { cache as c } from './m0'; c?.other?.()",
    "export * from './m0'",
    "import x from '../lib/m0'; run(x)",
  )
  fc.assert(
    fc.property(shapes, imports, fc.nat(10), (shape, line, at) => {
      const files = treeOf(shape)
      const names = Object.keys(files).filter((name) => name !== 'app/page.tsx')
      const name = names[at % names.length] as string
      const text = `${files[name]}\n${line.replaceAll(/'\.\.?\/(?:lib\/)?m0'/g, name.startsWith('lib/') ? "'./m0'" : name === 'app/actions.ts' ? "'../lib/m0'" : "'../../../lib/m0'")}`
      const before = contextsOf(files)
      const after = contextsOf({ ...files, [name]: text })
      for (const [place, contexts] of Object.entries(before))
        expect(after[place]).toEqual(expect.arrayContaining(contexts))
    }),
    { numRuns: 120 },
  )
})
