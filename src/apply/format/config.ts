import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { readLiteralModule } from '../../config/literal.js'
import type { Formatter } from './types.js'

/**
 * How a formatter gets its settings without running anything. `file`: the tool reads that file, which is data. `value`:
 * what a config module says, read as a literal. `code`: only running it would tell.
 */
export type Settings = { kind: 'file'; file: string } | { kind: 'value'; value: object } | { kind: 'code' }

/** Reads what kind of config a formatter has. */
export function settingsOf({ tool, config }: Pick<Formatter, 'tool' | 'config'>): Settings {
  if (config === null) return { kind: 'value', value: {} }
  if (/^\.[cm]?[jt]s$/.test(extname(config))) return tool === 'prettier' ? literal(config) : { kind: 'code' }
  // A string is the name of a package to load.
  return tool === 'prettier' && isName(config) ? { kind: 'code' } : { kind: 'file', file: config }
}

/** Globs of `overrides` count from the folder of the config, so that a copy elsewhere would mean other files. */
function literal(config: string): Settings {
  const read = readLiteralModule(config, readFileSync(config, 'utf8'))
  if (read.kind !== 'value' || typeof read.value !== 'object' || read.value === null) return { kind: 'code' }
  return 'overrides' in read.value ? { kind: 'code' } : { kind: 'value', value: read.value }
}

function isName(config: string): boolean {
  const text = readFileSync(config, 'utf8')
  if (extname(config) === '.toml') return false
  try {
    // JSON is YAML; what is neither is left for the tool to refuse.
    const value: unknown = parse(text, { logLevel: 'silent' })
    return typeof (isManifest(config) ? (value as { prettier?: unknown }).prettier : value) === 'string'
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    return /^\s*["']/.test(text)
  }
}

function isManifest(config: string): boolean {
  return /^package\.(?:json|yaml)$/.test(basename(config))
}
