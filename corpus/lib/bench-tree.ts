import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { copyTree } from './tree.js'

/** No hook, signature or file watcher of anybody's configuration takes part. */
const safe = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['commit.gpgsign', 'false'],
  ['core.autocrlf', 'false'],
  ['user.name', 'bench'],
  ['user.email', 'bench@localhost'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`])

/** One git repository with `copies` copies of a tree in copy1 ... copyN, everything committed. */
export function repeatTree(from: string, to: string, copies: number): void {
  mkdirSync(to, { recursive: true })
  for (let copy = 1; copy <= copies; copy += 1) copyTree(from, path.join(to, `copy${copy}`), false)
  const git = (...args: string[]) => execFileSync('git', [...safe, ...args], { cwd: to, stdio: 'ignore' })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--no-verify', '--message', 'copies')
}
