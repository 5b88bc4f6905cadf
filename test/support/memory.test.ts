import { expect, test } from 'vitest'
import { openWorkspace } from '../../src/workspace/index.js'
import { inMemory } from './app.js'
import { inTempFolder, type Tree, writeTree } from './tree.js'

const monorepo: Tree = {
  'package.json': JSON.stringify({ private: true, workspaces: ['apps/*', 'packages/*'] }),
  'apps/web/package.json': JSON.stringify({
    name: 'web',
    dependencies: { next: '16.0.0', '@acme/lib': 'workspace:*' },
    scripts: { seed: 'tsx seed.ts' },
  }),
  'apps/web/tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
  'apps/web/next.config.mjs':
    "export default { cacheLife: { news: {} }, pageExtensions: ['page.tsx', 'ts'] }",
  'apps/web/src/app/route.ts': '',
  'apps/web/src/lib/a.ts': '\uFEFFexport const a = 1',
  'apps/web/seed.ts': '',
  'packages/lib/package.json': JSON.stringify({ name: '@acme/lib', main: 'src/index.ts' }),
  'packages/lib/src/index.ts': '',
  'packages/lib/src/types.d.ts': '',
}

test('an app in memory is read like one on disk', () => {
  const memory = inMemory(monorepo)
  inTempFolder((folder) => {
    writeTree(folder, monorepo)
    const disk = openWorkspace({ paths: [folder] })
    const asked = (workspace: typeof disk) => ({
      files: workspace.files,
      selected: [...workspace.selected],
      apps: workspace.apps,
      packages: workspace.packages,
      unreadable: workspace.unreadable,
      texts: workspace.files.map((file) => workspace.text(file)),
      bytes: workspace.files.map((file) => workspace.bytes(file)?.toString('latin1')),
      appOf: workspace.files.map((file) => workspace.appOf(file)?.dir),
      packageOf: workspace.files.map((file) => workspace.packageOf(file)?.dir),
      resolved: ['@/lib/a', '@acme/lib', './lib/a', '../lib/a', 'next/cache'].map((specifier) =>
        workspace.resolve(specifier, 'apps/web/src/app/route.ts'),
      ),
    })
    expect(asked(memory)).toEqual(asked(disk))
  })
})
