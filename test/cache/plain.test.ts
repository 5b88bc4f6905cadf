import { describe, expect, test } from 'vitest'
import { createDisk } from '../../src/cache/plain/disk.js'
import { createTypes } from '../../src/cache/plain/index.js'
import { createModules, whyWithout } from '../../src/cache/plain/modules.js'
import { createOptions } from '../../src/cache/plain/options.js'
import { createGraph } from '../../src/graph/graph.js'
import { openWorkspace } from '../../src/workspace/index.js'
import { app } from '../support/app.js'
import { inTempFolder, type Tree, writeTree } from '../support/tree.js'
import { asked, file, question } from './plain-support.js'

/** The facts of every `ask(...)` of lib/x.ts, in a tree on disk. */
function onDisk(tree: Tree) {
  return inTempFolder((folder) => {
    writeTree(folder, { 'package.json': '{ "dependencies": { "next": "16.0.0" } }', ...tree })
    const workspace = openWorkspace({ paths: [folder] })
    const graph = createGraph(workspace)
    const types = createTypes(workspace, graph, [file])
    return asked(graph.model(file)).map((node) => types.value(node))
  })
}

describe('declarations on disk', () => {
  test('of installed packages are read, with their own imports', () => {
    const facts = onDisk({
      'node_modules/pg/package.json': '{ "name": "pg", "types": "lib/index.d.ts" }',
      'node_modules/pg/lib/index.d.ts':
        "import { Row } from './row'\nexport class Pool { rows(): Row[] }\nexport interface Client { query(): void }",
      'node_modules/pg/lib/row.d.ts': 'export interface Row { id: number; at: Date }',
      'lib/x.ts':
        "import { Pool, type Client } from 'pg'\ndeclare const c: Client\nconst p = new Pool()\nask(p); ask(p.rows()); ask(c)",
    })
    expect(facts).toEqual([
      { plain: 'no', why: 'it is an instance of the class Pool', text: 'Pool', rich: [] },
      { plain: 'yes', why: '', text: null, rich: ['Date'] },
      { plain: 'no', why: 'its member "query" is a function', text: 'Client', rich: [] },
    ])
  })

  test('take the place of the stand-ins', () => {
    const [fact] = onDisk({
      'node_modules/next/headers.d.ts': 'export function cookies(): { get(name: string): number }',
      'lib/x.ts': "import { cookies } from 'next/headers'\nask(cookies().get('a'))",
    })
    expect(fact?.text).toBe('number')
  })

  test('are missing in packages without types', () => {
    const [fact] = onDisk({
      'node_modules/pg/index.js': 'module.exports = {}',
      'lib/x.ts': "import pg from 'pg'\nask(pg)",
    })
    expect(fact?.why).toBe('its type comes from "pg", which has no types')
  })

  test('may be those of the tree, under an alias', () => {
    const [fact] = onDisk({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
      'types/session.d.ts': 'export interface Session { at: Date }',
      'lib/x.ts': "import type { Session } from '@/types/session'\ndeclare const s: Session\nask(s)",
    })
    expect(fact).toEqual({ plain: 'yes', why: '', text: 'Session', rich: ['Date'] })
  })
})

describe('strictness', () => {
  const source = { 'lib/x.ts': 'declare const o: { a?: string }\nask(o.a)' }

  test.each<[string, string, Tree]>([
    ['is that of the tsconfig', 'string', { 'tsconfig.json': '{ "compilerOptions": {} }' }],
    ['is on without one', 'string | undefined', {}],
    [
      'may come from a package of the workspace that is not linked',
      'string | undefined',
      {
        'tsconfig.json': '{ "extends": "@acme/tsconfig/next.json" }',
        'tools/tsconfig/package.json': '{ "name": "@acme/tsconfig" }',
        'tools/tsconfig/next.json': '{ "compilerOptions": { "strict": true } }',
        'package.json': '{ "workspaces": ["tools/*"], "dependencies": { "next": "16.0.0" } }',
      },
    ],
    [
      'is on where the config that says so is not installed',
      'string | undefined',
      { 'tsconfig.json': '{ "extends": "@vercel/style-guide/typescript" }' },
    ],
    [
      'is on in a broken tsconfig that says so',
      'string | undefined',
      { 'tsconfig.json': '{ "compilerOptions": { "strict": true, }' },
    ],
  ])('%s', (_, text, tree) => {
    expect(onDisk({ ...source, ...tree }).map((fact) => fact.text)).toEqual([text])
  })
})

describe('the program', () => {
  const tree = {
    'lib/x.ts': "import { load } from './y'\nconst row = await load()\nask(row)",
    'lib/y.ts': "import { one } from './z'\nexport async function load() { return { n: one } }\nask(load)",
    'lib/z.ts': 'export const one = 1',
    'lib/other.ts': "const other = 'a'\nask(other)",
  }

  test('is not made before the first question', () => {
    const { workspace, graph } = app(tree)
    createTypes(workspace, graph, Object.keys(tree))
    expect(graph.parsed()).toEqual([])
  })

  test('leaves the graph as it is', () => {
    const { workspace, graph } = app(tree)
    const [node] = asked(graph.model(file))
    const units = graph.model(file)?.units.map(({ id }) => id)
    expect(node && createTypes(workspace, graph).value(node).text).toBe('{ n: number }')
    expect(graph.parsed().map((model) => [model.file, model.source.fileName])).toEqual([[file, file]])
    expect(graph.model(file)?.units.map(({ id }) => id)).toEqual(units)
  })

  test('answers for files that are parsed later, and for files outside', () => {
    const { workspace, graph } = app(tree)
    const types = createTypes(workspace, graph)
    const text = (name: string) => asked(graph.model(name)).map((node) => types.value(node).text)
    expect(text(file)).toEqual(['{ n: number }'])
    expect(text('lib/y.ts')).toEqual(['() => Promise<{ n: number }>'])
    expect(text('lib/other.ts')).toEqual(['string'])
    expect(text(file)).toEqual(['{ n: number }'])
  })

  test('is one for two views of one graph', () => {
    const { workspace, graph } = app(tree)
    const [node] = asked(graph.model(file))
    const facts = [createTypes(workspace, graph), createTypes(workspace, graph)].map(
      (types) => node && types.value(node),
    )
    expect(facts[0]).toEqual(facts[1])
  })

  test('takes no more files than it may', () => {
    const { workspace } = app({ ...tree, 'lib/x.ts': '' })
    const disk = createDisk()
    const modules = createModules(workspace, disk, createOptions(workspace, disk), 1)
    expect(modules.resolve('./y', file)?.resolvedFileName).toBe('lib/y.ts')
    expect(modules.resolve('./z', file)).toBeUndefined()
    expect(modules.found('./z', file)).toBe('refused')
    expect(whyWithout('./z', 'refused')).toMatch(/^comes from ".\/z", beyond the \d+ files/)
  })
})

describe('broken code gives an answer', () => {
  test.each([
    'ask(',
    'const x = ; ask(x)',
    'function f({ a: { }: { ask(f) }',
    'type A = A; declare const a: A; ask(a)',
    'interface A extends A {} declare const a: A; ask(a)',
    'const a = b, b = a; ask(a)',
    'class A extends A {} ask(new A())',
    "import { x } from './x'\nexport { x }\nask(x)",
    "export * from './x'\nask(nowhere)",
    'ask(this)',
    'ask(<div/>)',
  ])('%s', (text) => {
    const { types, model } = question(text)
    for (const node of asked(model)) {
      expect(['yes', 'no', 'unknown']).toContain(types.value(node).plain)
      expect(['yes', 'no', 'unknown']).toContain(types.result(node).plain)
    }
  })

  test('also where it nests too deeply to be looked at', () => {
    const { types, model } = question({
      'lib/x.ts': "import { a } from './deep'\nask(a)",
      'lib/deep.ts': `export const a = ${'['.repeat(20_000)}`,
    })
    expect(asked(model).map((node) => types.value(node).plain)).toEqual(['unknown'])
  })
})
