import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf, foldersUp } from '../../workspace/paths.js'
import type { Formatter, Tool } from './types.js'

interface Known {
  tool: Tool
  package: string
  /** In the order in which the tool looks for them; package.json counts where it has `key`. */
  configs: string[]
  key: string | null
}

const scripts = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts']

/** What counts as configured (https://prettier.io/docs/configuration, https://biomejs.dev, https://oxc.rs). */
const tools: Known[] = [
  {
    tool: 'biome',
    package: '@biomejs/biome',
    configs: ['biome.json', 'biome.jsonc', '.biome.json', '.biome.jsonc'],
    key: null,
  },
  {
    tool: 'oxfmt',
    package: 'oxfmt',
    configs: ['.oxfmtrc.json', '.oxfmtrc.jsonc', ...scripts.map((ending) => `oxfmt.config.${ending}`)],
    key: null,
  },
  {
    tool: 'prettier',
    package: 'prettier',
    configs: [
      'package.json',
      'package.yaml',
      '.prettierrc',
      ...['json', 'yaml', 'yml', 'json5', ...scripts].map((ending) => `.prettierrc.${ending}`),
      ...scripts.map((ending) => `prettier.config.${ending}`),
      '.prettierrc.toml',
    ],
    key: 'prettier',
  },
]

/**
 * Finds the formatters of a file: those with a config, or an entry in a package.json, between its folder and the root,
 * that are installed there. What was found is remembered by folder.
 *
 * @param root absolute path of the tree
 */
export function createFinder(root: string): (file: string) => Formatter[] {
  const found = new Map<string, Formatter[]>()
  return (file) => {
    const folder = folderOf(file)
    const known = found.get(folder)
    if (known) return known
    const made = tools.flatMap((tool) => formatterFor(root, folder, tool) ?? [])
    found.set(folder, made)
    return made
  }
}

function formatterFor(root: string, folder: string, known: Known): Formatter | null {
  const folders = foldersUp(folder).map((one) => join(root, one))
  const home = folders.find((one) => existsSync(join(one, 'node_modules', known.package, 'package.json')))
  if (home === undefined) return null
  const installed = { tool: known.tool, package: join(home, 'node_modules', known.package) }
  for (const one of folders) {
    const name = known.configs.find((config) => isConfig(join(one, config), known.key))
    if (name !== undefined) return { ...installed, config: join(one, name), folder: one }
  }
  const named = folders.find((one) => dependsOn(join(one, 'package.json'), known.package))
  return named === undefined ? null : { ...installed, config: null, folder: named }
}

function isConfig(file: string, key: string | null): boolean {
  if (!existsSync(file)) return false
  if (file.endsWith('package.json')) return manifest(file)[key ?? ''] !== undefined
  return !file.endsWith('package.yaml') || new RegExp(`^${key}:`, 'm').test(readFileSync(file, 'utf8'))
}

function dependsOn(file: string, name: string): boolean {
  const { dependencies, devDependencies } = manifest(file)
  return [dependencies, devDependencies].some(
    (list) => typeof list === 'object' && list !== null && name in list,
  )
}

function manifest(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {}
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch (error) {
    // A broken manifest is told by the workspace; it names no formatter.
    if (!(error instanceof SyntaxError)) throw error
    return {}
  }
}
