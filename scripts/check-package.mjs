// `npm run check-package`: packs the package, installs it into an empty folder, checks how much that brings along, and
// runs it there the way a person would: through npx, on a project that is not this one.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild, ensureDependencies, fail, npmCommand, readJson, root } from './setup.mjs'

const limits = { megabytes: 50, packages: 130 }

ensureDependencies()
ensureBuild()
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'retag-package-'))
// On exit, not in a finally: fail() ends the process.
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
check()

function check() {
  const { version } = readJson(join(root, 'package.json'))
  // dist is fresh: without scripts, npm pack need not build it a second time.
  const [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder))
  const tarball = join(folder, packed.filename)
  const unexpected = packed.files
    .map((/** @type {{ path: string }} */ file) => file.path)
    .filter(
      (/** @type {string} */ path) =>
        !/^(dist|schema|docs)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(path),
    )
  if (unexpected.length > 0) fail(`The tarball holds files it should not: ${unexpected.join(', ')}.`)
  console.log(
    `packed     ${packed.filename}, ${packed.files.length} files, ${inMegabytes(packed.unpackedSize)} MB`,
  )

  const installed = newProject('installed')
  npm(installed, 'install', '--omit=dev', '--no-audit', '--no-fund', tarball)
  const tree = npm(installed, 'ls', '--omit=dev', '--all', '--parseable').trim().split(/\r?\n/).slice(1)
  const megabytes = inMegabytes(sizeOf(join(installed, 'node_modules')))
  console.log(
    `installed  ${tree.length} packages (at most ${limits.packages}), ${megabytes} MB (at most ${limits.megabytes})`,
  )
  if (tree.length > limits.packages) fail('The package brings along too many packages.')
  if (megabytes > limits.megabytes) fail('The package brings along too many megabytes.')

  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const printed = npx(empty, tarball, '--version').trim()
  if (printed !== version) fail(`retag --version printed "${printed}", not "${version}".`)
  console.log(`npx retag --version                    ${printed}`)

  const app = join(folder, 'legacy-app')
  cpSync(join(root, 'examples', 'legacy-app'), app, {
    recursive: true,
    filter: (path) => !/node_modules/.test(path.slice(root.length)),
  })
  const { counts, decisions } = JSON.parse(npx(app, tarball, '--dry-run', '--json'))
  const rewrites = decisions.filter(
    (/** @type {{ action: string }} */ decision) => decision.action === 'rewrite',
  )
  if (rewrites.length === 0) fail('retag --dry-run found nothing to do in the example.')
  console.log(
    `npx retag --dry-run on a legacy app     ${rewrites.length} rewrites in ${counts.changed} files`,
  )
}

/** @param {string} name @returns {string} */
function newProject(name) {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, private: true }))
  return path
}

/** @param {string} cwd @param {string} tarball @param {string[]} args */
function npx(cwd, tarball, ...args) {
  return npm(cwd, 'exec', '--yes', '--package', tarball, '--', 'retag', ...args)
}

/** Runs npm and returns what it wrote to standard output. @param {string} cwd @param {string[]} args */
function npm(cwd, ...args) {
  const { command, before, shell } = npmCommand()
  const result = spawnSync(command, [...before, ...args], {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (result.error) throw result.error
  if (result.status !== 0) fail(`npm ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`)
  return result.stdout
}

/** Room on the disk in bytes, where the system tells it, else the bytes of the files. @param {string} path @returns {number} */
function sizeOf(path) {
  const entry = lstatSync(path)
  const own = entry.blocks === undefined ? entry.size : entry.blocks * 512
  if (!entry.isDirectory()) return own
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), own)
}

/** @param {number} bytes @returns {number} with one decimal */
function inMegabytes(bytes) {
  return Math.round(bytes / 1024 / 102.4) / 10
}
