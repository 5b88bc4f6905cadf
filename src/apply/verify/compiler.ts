import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ts } from '@ts-morph/common'
import { folderOf, foldersUp } from '../../workspace/paths.js'

/** What checks a project. `program` is its command, where it has no API for JavaScript. */
export type Compiler =
  | { kind: 'api'; version: string; package: string | null }
  | { kind: 'command'; version: string; program: string }

/** TypeScript 7 has a command and no API: https://devblogs.microsoft.com/typescript/ */
const firstWithoutApi = 7
const oldest = 5

/** The TypeScript that a project has installed, between its config and the root; else the one that retag brings. */
export function compilerOf(root: string, config: string): Compiler {
  const found = installed(root, config, 'typescript')
  if (found === null || major(found.version) < oldest)
    return { kind: 'api', version: ts.version, package: null }
  if (major(found.version) < firstWithoutApi) return { kind: 'api', ...found }
  return { kind: 'command', version: found.version, program: join(found.package, 'bin/tsc') }
}

/** An installed package as a project finds it; null without one. */
export function installed(
  root: string,
  config: string,
  name: string,
): { package: string; version: string } | null {
  for (const folder of foldersUp(folderOf(config))) {
    const path = join(root, folder, 'node_modules', name)
    const manifest = join(path, 'package.json')
    if (!existsSync(manifest)) continue
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }
    return { package: path, version: version ?? '0.0.0' }
  }
  return null
}

export function major(version: string): number {
  return Number.parseInt(version, 10)
}
