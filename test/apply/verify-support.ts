import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getLibFiles } from '@ts-morph/common'
import { onTestFinished } from 'vitest'
import { type VerifyResult, verify } from '../../src/apply/verify/index.js'
import { packageRoot } from '../../src/config/package-root.js'
import { analyze, type Choices, type PlanResult, plan } from '../../src/index.js'
import type { Workspace } from '../../src/workspace/types.js'
import type { Tree } from '../support/tree.js'

/** What Next.js 16 declares of its cache, in short. */
const nextTypes = `export declare function revalidateTag(tag: string, profile: string | { expire?: number }): undefined
export declare function updateTag(tag: string): undefined
export declare function revalidatePath(path: string, type?: 'layout' | 'page'): undefined
export declare function unstable_cache<T extends (...args: any[]) => Promise<any>>(load: T, keys?: string[], options?: { tags?: string[] }): T
export declare function cacheTag(...tags: string[]): void
export declare function cacheLife(profile: { revalidate?: number }): void
`

/** The packages of a project with Next.js 16 installed. */
export const next16: Tree = {
  'node_modules/next/package.json': '{ "name": "next", "version": "16.0.3" }',
  'node_modules/next/cache.d.ts': nextTypes,
}

export const strict = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'preserve',
    types: [],
  },
  include: ['**/*.ts', '**/*.tsx'],
})

export const action =
  "'use server'\nimport { revalidateTag } from 'next/cache'\n\nexport async function save() {\n  revalidateTag('posts')\n}\n"

/** A temporary app with Next.js 16 in its package.json, removed after the test. */
export function appFolder(files: Tree): string {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'retag-verify-test-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const manifest = '{ "name": "app", "dependencies": { "next": "16.0.3" } }\n'
  for (const [file, text] of Object.entries({ 'package.json': manifest, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

export interface Planned {
  workspace: Workspace
  result: PlanResult
}

export function planned(root: string, choices: Partial<Choices> = {}): Planned {
  const analysis = analyze({ paths: [root] })
  return { workspace: analysis.workspace, result: plan(analysis, choices) }
}

export async function verified(root: string, choices: Partial<Choices> = {}): Promise<VerifyResult> {
  const { workspace, result } = planned(root, choices)
  return await verify(result, { workspace })
}

/** The TypeScript of this project, which has a command and no API. */
export function installCommand(root: string): void {
  for (const name of ['typescript', '@typescript']) {
    symlinkSync(join(packageRoot(), 'node_modules', name), join(root, 'node_modules', name), 'junction')
  }
}

/** A TypeScript with an API, made of the one that retag brings: version 5 as far as anybody can see. */
export function installApi(root: string): void {
  const folder = join(root, 'node_modules/typescript')
  mkdirSync(join(folder, 'lib'), { recursive: true })
  const common = createRequire(import.meta.url).resolve('@ts-morph/common')
  const main = `const { ts } = require(${JSON.stringify(common)})
ts.sys.getExecutingFilePath = () => __filename
module.exports = ts
`
  writeFileSync(join(folder, 'package.json'), '{ "version": "5.9.9", "main": "lib/typescript.js" }')
  writeFileSync(join(folder, 'lib/typescript.js'), main)
  for (const { fileName, text } of getLibFiles()) writeFileSync(join(folder, 'lib', fileName), text)
}
