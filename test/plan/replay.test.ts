import { describe, expect, test } from 'vitest'
import { analyze, apply, plan } from '../../src/index.js'
import { replay } from '../../src/plan/replay.js'
import { readPlan, storePlan } from '../../src/plan/stored.js'
import type { Edit, Plan } from '../../src/plan/types.js'
import { openWorkspace } from '../../src/workspace/index.js'
import { byName, loadFixtures } from '../support/fixtures.js'
import { runOnce } from '../support/run.js'
import {
  difference,
  inTempFolder,
  mapTexts,
  readTree,
  type Tree,
  withCrlf,
  writeTree,
} from '../support/tree.js'

/** Plans in one folder, stores, reads, and applies in another; gives all files and the plan afterwards. */
function byPlan(app: Tree, options: Parameters<typeof plan>[1], change: (plan: Plan) => Plan = (one) => one) {
  const stored = inTempFolder((folder) => {
    writeTree(folder, app)
    return storePlan(change(plan(analyze({ paths: [folder] }), options).plan))
  })
  return inTempFolder((folder) => {
    writeTree(folder, app)
    const replayed = replay(readPlan(stored, 'plan.json'), openWorkspace({ paths: [folder] }))
    apply(replayed)
    return { ...replayed, tree: readTree(folder) }
  })
}

describe('a stored plan comes to the same bytes as a run', () => {
  test.each(byName(loadFixtures()))('%s', (_, { input, report }) => {
    for (const app of [input, mapTexts(input, (text) => `\uFEFF${withCrlf(text)}`)]) {
      const marked = Object.fromEntries(
        Object.entries(app).map(([file, text]) => [
          file,
          /\.json$/.test(file) ? (input[file] ?? text) : text,
        ]),
      )
      const { tree, plan: replayed } = byPlan(marked, report.options)
      expect(difference(runOnce(marked, report.options), tree)).toEqual({})
      expect(replayed.failures.map(({ file }) => file)).toEqual([
        ...new Set(replayed.failures.map(({ file }) => file)),
      ])
    }
  })
})

const action = 'app/actions.ts'
const other = 'app/more.ts'
const source = (name: string): string =>
  `'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport async function ${name}() {\n  revalidateTag('${name}')\n  revalidateTag('all')\n}\n`
const app: Tree = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
  [action]: source('save'),
  [other]: source('more'),
}

const edited =
  (change: (decision: Plan['decisions'][number], index: number) => Partial<Plan['decisions'][number]>) =>
  (one: Plan): Plan => ({
    ...one,
    decisions: one.decisions.map((decision, index) => ({ ...decision, ...change(decision, index) })),
  })

describe('changed by hand', () => {
  test('a rewrite that is kept keeps its import; the others are made', () => {
    const { tree, plan: after } = byPlan(
      app,
      {},
      edited((_, index) => (index === 0 ? { action: 'keep' } : {})),
    )
    expect(tree[action]).toBe(
      source('save')
        .replace('import { revalidateTag }', 'import { revalidateTag, updateTag }')
        .replace("revalidateTag('all')", "updateTag('all')"),
    )
    expect(tree[other]).toBe(source('more').replaceAll('revalidateTag', 'updateTag'))
    expect(after.decisions[0]).toMatchObject({ action: 'keep', after: null, semantics: null, edit: null })
    expect(after.counts).toMatchObject({ changed: 2, failed: 0 })
  })

  test('nothing is left to do: no file changes', () => {
    const { tree, changes } = byPlan(
      app,
      {},
      edited(() => ({ action: 'review' })),
    )
    expect(changes).toEqual([])
    expect(difference(app, tree)).toEqual({})
  })

  test('the order of decisions does not matter', () => {
    const turned = byPlan(app, {}, (one) => ({ ...one, decisions: [...one.decisions].reverse() }))
    expect(turned.tree).toEqual(byPlan(app, {}).tree)
  })

  test('what was kept before becomes a rewrite only where the plan holds an edit', () => {
    expect(
      byPlan(
        app,
        {},
        edited(() => ({ action: 'rewrite' })),
      ).changes,
    ).toHaveLength(2)
    expect(() =>
      byPlan(
        app,
        {},
        edited((_, index) => (index === 1 ? { edit: null } : {})),
      ),
    ).toThrow(
      'The decision revalidate-tag:app/actions.ts:7:3 is set to rewrite, but the plan holds no edit for it.',
    )
  })
})

describe('refused', () => {
  const whyNot = (change: (plan: Plan) => Plan): string[] =>
    byPlan(app, {}, change).refused.map(({ file, message }) => `${file}: ${message}`)

  test('a file whose hash is another; the rest goes on, and counts add up', () => {
    const { tree, plan: after } = byPlan(app, {}, (one) => ({
      ...one,
      files: one.files.map((file) => (file.file === action ? { ...file, hash: '0'.repeat(64) } : file)),
    }))
    expect(tree[action]).toBe(app[action])
    expect(tree[other]).toContain('updateTag')
    expect(after.failures).toEqual([
      { file: action, message: 'It has changed since the plan was made. Make the plan again.' },
    ])
    const { selected, changed, unchanged, skipped, failed } = after.counts
    expect([selected, changed, failed]).toEqual([changed + unchanged + skipped + failed, 1, 1])
    expect(after.decisions.filter(({ rule }) => rule === 'not-edited')).toHaveLength(2)
    expect(after.files.map(({ file }) => file)).toEqual([other])
  })

  test('a file without a hash', () => {
    expect(whyNot((one) => ({ ...one, files: one.files.slice(1) }))).toEqual([
      `${action}: The plan holds no hash of it. Make the plan again.`,
    ])
  })

  test.each(['package.json', 'node_modules/x/index.js', 'app/nowhere.ts', '.git/hooks/x.js'])(
    '%s, which is no source file of the tree',
    (file) => {
      expect(whyNot(edited((decision, index) => (index === 0 ? { ...decision, file } : {})))).toEqual([
        `${file}: It is no source file of this tree. Apply the plan where it was made.`,
      ])
    },
  )

  test.each([[{ start: 5, end: 4 }], [{ start: 10, end: 100_000 }], [{ start: 100_000, end: 100_001 }]])(
    'an edit at %j',
    (at) => {
      const change = edited((decision, index) =>
        index === 0 ? { edit: { kind: 'call', at, to: { name: 'updateTag', profile: null } } } : decision,
      )
      expect(whyNot(change)).toEqual([
        `${action}: The edit of revalidate-tag:app/actions.ts:6:3 lies outside of it. Make the plan again.`,
      ])
    },
  )

  test('an edit that points at something else fails the file, not the run', () => {
    const { plan: after, tree } = byPlan(
      app,
      {},
      edited((decision, index) =>
        index === 0
          ? { edit: { kind: 'call', at: { start: 0, end: 3 }, to: { name: 'updateTag', profile: null } } }
          : decision,
      ),
    )
    expect(after.failures.map(({ file }) => file)).toEqual([action])
    expect(tree[action]).toBe(app[action])
    expect(tree[other]).toContain('updateTag')
  })
})

test('cached functions without the setting that they need are told', () => {
  const [setting, cached] = [
    { transform: 'next-config', action: 'keep', api: 'experimental.useCache', file: 'next.config.ts' },
    { transform: 'unstable-cache', action: 'rewrite' },
  ] as const
  const plain = planOf(app)
  const [one, two] = plain.decisions
  if (!one || !two) throw new Error('the app has decisions')
  const stored: Plan = {
    ...plain,
    decisions: [
      {
        ...one,
        ...setting,
        edit: { kind: 'add-setting', at: { start: 0, end: 1 }, path: ['a'], value: 'true' },
      },
      { ...two, ...cached, file: 'app/nowhere.ts', edit: useCache },
    ],
  }
  const { notes } = inTempFolder((folder) => {
    writeTree(folder, app)
    return replay(stored, openWorkspace({ paths: [folder] }))
  })
  expect(notes).toEqual([
    "next.config.ts stays as it is, by the plan, but the 'use cache' functions of the plan need its setting experimental.useCache.",
  ])
})

const useCache: Edit = {
  kind: 'use-cache',
  at: { start: 0, end: 1 },
  form: 'arrow',
  name: '',
  typeParameters: '',
  parameters: [],
  returnType: null,
  body: { kind: 'call', text: 'f()' },
  replacements: [],
  revalidate: '60',
  tags: [],
  replace: { start: 0, end: 1 },
  call: null,
  calls: [],
}

function planOf(tree: Tree): Plan {
  return inTempFolder((folder) => {
    writeTree(folder, tree)
    return plan(analyze({ paths: [folder] })).plan
  })
}
