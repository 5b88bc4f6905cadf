import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute folder of this package: the same code runs from `src` (tests) and from `dist/src` (installed). */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the package.json of retag is missing')
    folder = parent
  }
  return folder
}

/** The version in package.json. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** The parsed text of `schema/<name>.schema.json`. */
export function packageSchema(
  name: 'batch' | 'config' | 'fleet' | 'plan' | 'report',
): Record<string, unknown> {
  const file = join(packageRoot(), 'schema', `${name}.schema.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}
