import { expect, test } from 'vitest'
import { createEntries } from '../../src/context/entries.js'
import { createModuleContexts } from '../../src/context/module-contexts.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

function contextsOf(files: Tree, file: string): Record<string, string[]> {
  const { workspace, graph } = app({ 'app/page.tsx': '', ...files })
  const modules = createModuleContexts(graph, createEntries(workspace, graph, []))
  return Object.fromEntries(
    modules.of(file).map(({ context, steps }) => [context, steps.map((step) => step.file)]),
  )
}

test('a module runs where the files that load it run, by the shortest way', () => {
  const files = {
    'lib/x.ts': '',
    'lib/y.ts': "import './x'",
    'lib/z.ts': "export * from './y'",
    'app/a/route.ts': "import '../../lib/z'",
    'app/b/route.ts': "import '../../lib/y'",
    'app/actions.ts': "'use server'\nimport '../lib/x'",
    'lib/x.test.ts': "import './x'",
  }
  expect(contextsOf(files, 'lib/x.ts')).toEqual({
    'server-action': ['app/actions.ts'],
    test: ['lib/x.test.ts'],
    'route-handler': ['app/b/route.ts', 'lib/y.ts'],
  })
})

test('a module with a role of its own runs there', () => {
  expect(contextsOf({ 'app/x/route.ts': '' }, 'app/x/route.ts')).toEqual({ 'route-handler': [] })
})

test('modules that load each other come to an end', () => {
  const files = {
    'lib/x.ts': "import './y'",
    'lib/y.ts': "import './x'",
    'app/x/route.ts': "import '../../lib/y'",
  }
  expect(contextsOf(files, 'lib/x.ts')).toEqual({ 'route-handler': ['app/x/route.ts', 'lib/y.ts'] })
})

test('pages that render client code do not load it on their own', () => {
  const files = {
    'lib/x.ts': '',
    'app/c.tsx': "'use client'\nimport '../lib/x'",
    'app/page.tsx': "import './c'",
  }
  expect(contextsOf(files, 'lib/x.ts')).toEqual({ client: ['app/c.tsx'] })
})

test('imports of types load nothing', () => {
  const files = {
    'lib/x.ts': '',
    'app/a/route.ts': "import type { X } from '../../lib/x'",
    'app/b/route.ts': "export type * from '../../lib/x'",
  }
  expect(contextsOf(files, 'lib/x.ts')).toEqual({})
  const both = { ...files, 'app/a/route.ts': "import type { X } from '../../lib/x'\nimport '../../lib/x'" }
  expect(contextsOf(both, 'lib/x.ts')).toEqual({ 'route-handler': ['app/a/route.ts'] })
})
