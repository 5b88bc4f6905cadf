// `npm run demo`: migrates a temporary copy of examples/legacy-app with the real program, step by step.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, ensureBuild, ensureDependencies, root } from './setup.mjs'

const colour = process.stdout.isTTY && !process.env.NO_COLOR

// A hook or an IDE may have pointed git at another repository; the demo must only touch its own.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
delete env.DRY_RUN

ensureDependencies()
ensureBuild()

// realpath: git and Node must agree on the name of a folder that lies behind a link (macOS: /tmp).
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'retag-demo-'))
const app = join(folder, 'legacy-app')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    cleanUp()
    process.exit(1)
  })
}

try {
  process.exitCode = demo()
} finally {
  cleanUp()
}

/** @returns {number} exit code */
function demo() {
  const skipped = /[\\/](node_modules|\.next)([\\/]|$)/
  const example = join(root, 'examples', 'legacy-app')
  cpSync(example, app, { recursive: true, filter: (path) => !skipped.test(path.slice(example.length)) })
  git('init', '--quiet')
  commit('An invoicing app, written for Next.js 15')

  heading('1', 'What would change? (nothing is written)')
  if (!retag('--dry-run', '--print')) return 1

  heading('2', 'Why that one? A helper that a Server Action and a webhook share')
  if (!retag('explain', 'src/lib/cache/invoices.ts:13')) return 1

  heading('3', 'The migration')
  if (!retag('--yes')) return 1

  heading('4', 'What git says')
  show('git diff --stat')
  say(git('diff', '--stat', colour ? '--color=always' : '--color=never').trimEnd())
  commit('Move cache invalidation to Next.js 16')

  heading('5', 'Once more: nothing is left to rewrite')
  if (!retag('--yes')) return 1
  if (git('status', '--porcelain') !== '') {
    console.error('The second run changed files; it should not. Please report this.')
    return 1
  }

  say(`\n${styled(1, 'Your turn:')} npx retag --dry-run in your own repository.`)
  return 0
}

/** @param {string} number @param {string} text */
function heading(number, text) {
  say(`\n${styled(1, `${number}. ${text}`)}`)
}

/** @param {string} command */
function show(command) {
  say(styled(2, `$ ${command}`))
}

/** @param {1 | 2} code 1 is bold, 2 is dim. @param {string} text */
function styled(code, text) {
  return colour ? `\x1b[${code}m${text}\x1b[0m` : text
}

// Synchronous on every system, so that the lines keep their place among those of the programs started here.
function say(/** @type {string} */ line) {
  writeSync(1, `${line}\n`)
}

/** @param {string[]} args @returns {boolean} false when the program did not exit with 0 */
function retag(...args) {
  show(`npx retag ${args.join(' ')}`)
  const result = spawnSync(process.execPath, [bin, ...args], { cwd: app, env, stdio: 'inherit' })
  if (result.error) throw result.error
  if (result.status !== 0)
    console.error(`retag ${args.join(' ')} exited with ${result.status ?? result.signal}.`)
  return result.status === 0
}

/** @param {string} message */
function commit(message) {
  git('add', '--all')
  git('commit', '--quiet', '--no-verify', '--message', message)
}

/** Runs git in the copy with an identity of its own and without the hooks or signing of this machine. */
function git(/** @type {string[]} */ ...args) {
  const settings = {
    'user.name': 'retag demo',
    'user.email': 'demo@example.com',
    'commit.gpgsign': 'false',
    'core.autocrlf': 'false',
    'core.hooksPath': join(folder, 'no-hooks'),
    'init.defaultBranch': 'main',
  }
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const result = spawnSync('git', [...options, ...args], { cwd: app, env, encoding: 'utf8' })
  if (result.error)
    throw new Error(`git could not be started (${result.error.message}). Install git, then try again.`)
  if (result.status !== 0) throw new Error(`git ${args.join(' ')} failed: ${result.stderr.trim()}`)
  return result.stdout
}

function cleanUp() {
  // Windows keeps a file locked for a moment after the process that read it has ended.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
