// Runs on a bare Node: it must not import anything from node_modules.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of this repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))
/** Absolute path of the built program. */
export const bin = join(root, 'dist', 'src', 'cli', 'main.js')

const stamp = join(root, 'node_modules', '.cache', 'retag', 'build.sha256')
const inputs = ['src', 'transforms', 'scripts', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']

/**
 * Runs a program with its output shown; ends this process with the program's exit code when that is not 0.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, args, options) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) fail(`${command} could not be started: ${result.error.message}`)
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/**
 * How to start npm: the one that runs this script where there is one, else the one on the path (a .cmd file on Windows,
 * which only a shell can start).
 */
export function npmCommand() {
  const own = process.env.npm_execpath
  if (own && /^npm-cli\.c?js$/.test(basename(own))) {
    return { command: process.execPath, before: [own], shell: false }
  }
  return { command: 'npm', before: [], shell: process.platform === 'win32' }
}

/** @param {string[]} args */
function npm(...args) {
  const { command, before, shell } = npmCommand()
  // Standard output belongs to whoever asked for it, so npm's goes to standard error.
  run(command, [...before, ...args], { shell, stdio: ['ignore', 2, 2] })
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Installs what package-lock.json asks for, unless node_modules already holds it. */
export function ensureDependencies() {
  const major = process.versions.node.split('.').map(Number)
  if (major[0] < 20 || (major[0] === 20 && major[1] < 9)) {
    fail(`Node ${process.versions.node} is too old for retag. Install Node 20.9 or later.`)
  }
  if (isInstalled()) return
  console.error('Installing dependencies (npm ci) ...')
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
}

/**
 * True when every package of package-lock.json stands in node_modules in that version. Optional packages are left out:
 * they belong to other platforms.
 */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) fail('package-lock.json is missing. Restore it with "git checkout package-lock.json".')
  if (!present) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      (present[path]?.version === entry.version && existsSync(join(root, path, 'package.json'))),
  )
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null}
 */
function packagesOf(lockFile) {
  return existsSync(lockFile) ? readJson(lockFile).packages : null
}

/** Builds dist/ when it is missing, older than its sources, or built from other ones. */
export function ensureBuild() {
  if (isBuilt()) return
  console.error('Building (npm run build) ...')
  npm('run', '--silent', 'build')
}

// Times alone would miss a renamed or removed file, contents alone would contradict the tests, which compare times.
function isBuilt() {
  if (!existsSync(bin) || !existsSync(stamp)) return false
  const built = statSync(bin).mtimeMs
  return (
    sources().every((file) => statSync(file).mtimeMs <= built) &&
    readFileSync(stamp, 'utf8') === hashOfSources()
  )
}

/** Remembers that dist/ was built from the sources as they are now; called at the end of a build. */
export function markBuilt() {
  mkdirSync(join(stamp, '..'), { recursive: true })
  writeFileSync(stamp, hashOfSources())
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources()) {
    hash.update(`\0${relative(root, file).replaceAll('\\', '/')}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function sources() {
  return inputs.flatMap((input) => filesBelow(join(root, input)))
}

/** @param {string} path A file or a folder. @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}
