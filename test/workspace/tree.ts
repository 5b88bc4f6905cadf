import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../src/workspace/index.js'

export type Files = Record<string, string | Buffer | object>

/** A temporary folder that is gone when the test ends. */
export function tempFolder(): string {
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'retag-workspace-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function write(root: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const absolute = path.join(root, file)
    mkdirSync(path.dirname(absolute), { recursive: true })
    const raw = typeof content === 'string' || Buffer.isBuffer(content)
    writeFileSync(absolute, raw ? content : JSON.stringify(content))
  }
}

/** A temporary folder with files; objects are written as JSON. */
export function tree(files: Files): string {
  const root = tempFolder()
  write(root, files)
  return root
}

export function git(root: string, ...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull }
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'core.autocrlf=false']
  execFileSync('git', [...person, ...args], { cwd: root, env, stdio: 'pipe' })
}

/** As `tree`, and everything is committed. */
export function repository(files: Files): string {
  const root = tree(files)
  git(root, 'init', '-q')
  git(root, 'add', '-A', '-f')
  git(root, 'commit', '-q', '-m', 'first')
  return root
}

export function open(root: string, options: Partial<WorkspaceOptions> = {}): Workspace {
  return openWorkspace({ paths: [root], ...options })
}
