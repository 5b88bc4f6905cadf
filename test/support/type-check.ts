import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { ts } from '@ts-morph/common'
import { type ExpectedTypeError, projectRoot } from './fixtures.js'
import { inTempFolder, type Tree, writeTree } from './tree.js'

/**
 * Type-checks apps against the installed Next.js, each as a program of its own, all in one run of `tsc`.
 *
 * @param apps files by name of the app.
 * @returns by name of the app its errors, sorted by file and line; paths are relative to the app.
 */
export function typeErrors(apps: Map<string, Tree>): Map<string, ExpectedTypeError[]> {
  return inTempFolder((folder) => {
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
    const projects = [...apps].map(([name, app], index) => ({ name, app, dir: `app${index}` }))
    for (const { app, dir } of projects) writeTree(path.join(folder, dir), withOwnConfig(app))
    const found = runTsc(
      folder,
      projects.map(({ dir }) => dir),
    )
    return new Map(
      projects.map(({ name, dir }) => [name, found.filter((error) => error.dir === dir).map(bare)]),
    )
  })
}

interface FoundError extends ExpectedTypeError {
  dir: string
}

function runTsc(folder: string, projects: string[]): FoundError[] {
  const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc')
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [tsc, '-b', '--pretty', 'false', ...projects],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (error) throw error
  const lines = stdout.split(/\r?\n/).filter((line) => /error TS\d+:/.test(line))
  const found = lines.map(parseError)
  if (stderr.trim() !== '' || found.includes(null))
    throw new Error(`tsc could not run:\n${stdout}\n${stderr}`)
  return found
    .filter((item) => item !== null)
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function parseError(line: string): FoundError | null {
  const match = /^(app\d+)[\\/](.+)\((\d+),\d+\): error (TS\d+):/.exec(line)
  if (!match) return null
  const [, dir = '', file = '', at = '', code = ''] = match
  return { dir, code, file: file.replaceAll('\\', '/'), line: Number(at) }
}

function bare({ code, file, line }: FoundError): ExpectedTypeError {
  return { code, file, line }
}

/** The app with one tsconfig.json that knows its path aliases and the packages of its workspace, and no other. */
function withOwnConfig(app: Tree): Tree {
  const configs = Object.keys(app).filter((file) => /^(?:ts|js)config(?:\.base)?\.json$/.test(file))
  const paths = Object.assign({}, ...configs.map((file) => aliases(file, app[file] ?? '')), packages(app))
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    allowJs: true,
    checkJs: false,
    jsx: 'preserve',
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: ['node', 'next'],
    paths,
  }
  const rest = Object.fromEntries(Object.entries(app).filter(([file]) => !configs.includes(file)))
  return { ...rest, 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*'] }) }
}

function aliases(file: string, text: string): Record<string, string[]> {
  const { config, error } = ts.parseConfigFileTextToJson(file, text)
  if (error) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(error.messageText, '\n')}`)
  const { baseUrl, paths } = config.compilerOptions ?? {}
  // TypeScript 7 has no baseUrl any more; the alias that stands for it is the same.
  return paths ?? (baseUrl === '.' ? { '*': ['./*'] } : {})
}

/** Packages of the workspace are not installed here, so their names become aliases of their sources. */
function packages(app: Tree): Record<string, string[]> {
  const manifests = Object.keys(app).filter((file) => file.endsWith('/package.json'))
  const entries = manifests.flatMap((file) => {
    const { name } = JSON.parse(app[file] ?? '') as { name: string }
    const dir = path.posix.dirname(file)
    const source = app[`${dir}/src/index.ts`] === undefined ? `./${dir}` : `./${dir}/src`
    return [
      [name, [`${source}/index.ts`]],
      [`${name}/*`, [`${source}/*.ts`]],
    ]
  })
  return Object.fromEntries(entries)
}
