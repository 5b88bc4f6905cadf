import { createRequire } from 'node:module'
import path from 'node:path'
import { ts } from '@ts-morph/common'
import type { Fixture } from '../../support/fixtures.js'
import type { Tree } from '../../support/tree.js'

const code = /\.[cm]?[jt]sx?$/

/**
 * One app of many fixtures as they are afterwards, each whole and unchanged in `fixtures/<number>`, with a page for each
 * in `app/<number>`. A page loads every file that the fixture changes, and the pages and routes of the fixture.
 *
 * @param settings of next.config, as JSON
 */
export function merge(fixtures: readonly Fixture[], settings: object): Tree {
  const parts = fixtures.map((fixture, index) => ({
    ...prefixed(`fixtures/${index}`, withoutConfigs(fixture.after)),
    [`app/${index}/page.tsx`]: pageOf(fixture, index),
  }))
  const missing = fixtures.flatMap(({ after }) => foreignModules(after))
  return Object.assign({ ...frame(settings, [...new Set(missing)]) }, ...parts)
}

/** Where a file of a fixture stands in the merged app. */
export function placeOf(index: number, file: string): string {
  return `fixtures/${index}/${file}`
}

function prefixed(folder: string, tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([file, text]) => [`${folder}/${file}`, text]))
}

function withoutConfigs(tree: Tree): Tree {
  const entries = Object.entries(tree)
  return Object.fromEntries(
    entries.filter(([file]) => !/(?:^|\/)(?:next\.config\.\w+|\w+\.json)$/.test(file)),
  )
}

function pageOf({ after, output }: Fixture, index: number): string {
  const changed = Object.keys(output).filter((file) => !file.includes('next.config'))
  const users = Object.keys(after).filter((file) =>
    /(?:^|\/)app\/(?:.*\/)?(?:page|route)\.[jt]sx?$/.test(file),
  )
  const files = [...new Set([...changed, ...users])].filter((file) => code.test(file))
  const imports = files.map(
    (file, at) => `import * as file${at} from '../../${placeOf(index, file).replace(code, '')}'`,
  )
  return `import { connection } from 'next/server'
import { Suspense } from 'react'
${imports.join('\n')}

async function Loaded() {
  await connection()
  return <pre>{JSON.stringify([${files.map((_, at) => `Object.keys(file${at})`).join(', ')}])}</pre>
}

export default function Page() {
  return <Suspense><Loaded /></Suspense>
}
`
}

const require = createRequire(import.meta.url)

/** Packages that fixtures import, and that are not installed here. */
function foreignModules(tree: Tree): string[] {
  const texts = Object.entries(tree).filter(([file]) => code.test(file) && !file.endsWith('.d.ts'))
  const named = texts.flatMap(([, text]) =>
    ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
  )
  return named.filter(
    (name) => !/^(?:\.|node:|next\/|react)/.test(name) && name !== 'next' && !isInstalled(name),
  )
}

function isInstalled(name: string): boolean {
  const folders = require.resolve.paths(name) ?? []
  return folders.some((folder) => ts.sys.directoryExists(path.join(folder, name)))
}

/** The merged app but for the fixtures. */
function frame(settings: object, missing: string[]): Tree {
  const paths = Object.fromEntries(missing.map((name) => [name, ['./stand-in.cjs']]))
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    allowJs: true,
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    isolatedModules: true,
    incremental: true,
    skipLibCheck: true,
    paths,
  }
  const config = `export default {
  ...${JSON.stringify(settings)},
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: process.env.TURBOPACK_ROOT },
}
`
  const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`
  return {
    'package.json': JSON.stringify({ name: 'merged', private: true }),
    'next.config.mjs': config,
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*.ts', '**/*.tsx'] }),
    'app/layout.jsx': layout,
    // Whatever is imported from it is a function that returns itself.
    'stand-in.cjs': `module.exports = new Proxy(() => module.exports, { get: () => module.exports })\n`,
  }
}
