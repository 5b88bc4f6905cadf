import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../support/fixtures.js'

/** Where this project's `node_modules` really stands: the apps have no dependencies of their own. */
export const modules = realpathSync.native(path.join(projectRoot, 'node_modules'))

/**
 * Copies an app to a new temporary folder and lends it this project's node_modules.
 *
 * @returns absolute path of the copy, without symbolic links in it
 */
export function copyApp(source: string): string {
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'retag-e2e-')))
  cpSync(source, folder, { recursive: true })
  // A junction needs no rights on Windows; elsewhere the type means nothing.
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  return folder
}

/** Removes a copy; the node_modules that it links to stay. */
export function removeApp(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * Replaces text in a file of an app, as a person would.
 *
 * @throws Error when the file does not hold `from` exactly once
 */
export function replaceIn(folder: string, name: string, from: string, to: string): void {
  const file = path.join(folder, name)
  const parts = readFileSync(file, 'utf8').split(from)
  if (parts.length !== 2) throw new Error(`${name} holds ${parts.length - 1} times: ${from}`)
  writeFileSync(file, parts.join(to))
}
