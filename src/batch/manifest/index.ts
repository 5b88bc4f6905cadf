import { createHash } from 'node:crypto'
import { extname, resolve } from 'node:path'
import { oneLine } from '../../report/one-line.js'
import { UsageError } from '../../workspace/types.js'
import { redact } from '../redact.js'
import { identityOf, readSource } from '../source.js'
import type { Entry } from '../types.js'
import { isBranchName } from './branch.js'
import { readYaml } from './read-yaml.js'
import type { ManifestItem } from './types.js'

export interface ManifestOptions {
  text: string
  /** Name of the manifest as messages show it: `repos.yml`, `stdin`. */
  shown: string
  /** Absolute folder that relative paths count from. */
  folder: string
  /** The branch that commits go to. */
  head: string
  /** Configs may be modules. */
  trust: boolean
}

/**
 * Reads a list of repositories: YAML or JSON as schema/batch.schema.json describes it, or one repository per line.
 *
 * @throws UsageError with the line for unknown keys, duplicates, and everything else that is wrong with it
 */
export function readManifest(options: ManifestOptions): Entry[] {
  const { text, shown } = options
  const plain = text.replace(/^\uFEFF/, '')
  const items = isYaml(plain, shown) ? readYaml(plain, shown) : readLines(plain)
  if (items.length === 0) {
    throw new UsageError(
      `${shown} names no repository. Write one per line, or see schema/batch.schema.json of retag.`,
    )
  }
  const placed = items.map((item) => ({ item, entry: toEntry(item, options) }))
  refuseDuplicates(placed, shown)
  const bases = new Map<string, number>()
  for (const { entry } of placed) {
    const id = identityOf(entry.source)
    bases.set(id, (bases.get(id) ?? 0) + 1)
  }
  // Two base branches of one repository cannot share the branch that the commits go to.
  return placed.map(({ entry }) => {
    const several = (bases.get(identityOf(entry.source)) ?? 0) > 1 && entry.branch !== null
    return several ? { ...entry, head: `${entry.head}-${entry.branch}` } : entry
  })
}

function isYaml(text: string, shown: string): boolean {
  if (/\.(ya?ml|json)$/i.test(shown)) return true
  if (/\.txt$/i.test(shown)) return false
  return /^(?:[ \t\r]*(?:#.*)?\n)*(?:---|\{|"?(?:\$schema|defaults|repositories)"?\s*:)/.test(text)
}

function readLines(text: string): ManifestItem[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ repo: line.trim(), line: index + 1 }))
    .filter(({ repo }) => repo !== '' && !repo.startsWith('#'))
}

function toEntry(item: ManifestItem, { shown, folder, head, trust }: ManifestOptions): Entry {
  const fail = (problem: string): never => {
    throw new UsageError(`${shown}:${item.line}: ${oneLine(redact(problem), 300)}`)
  }
  const source = readSource(item.repo, folder)
  if (typeof source === 'string') return fail(source)
  const { branch = null, config, labels = [] } = item
  if (branch !== null && !isBranchName(branch)) return fail(`"${branch}" is no name of a branch.`)
  if (config !== undefined && extname(config) !== '.json' && !trust) {
    return fail(`${config} is a module, which would be run. Use JSON, or --trust.`)
  }
  const folders = [
    ...new Set((item.folders ?? []).map((name) => name.replace(/^(?:\.\/)+|\/+$/g, ''))),
  ].sort()
  const outside = folders.find(
    (name) => name === '' || name.startsWith('/') || /(^|[\\/])\.\.?([\\/]|$)/.test(name),
  )
  if (outside !== undefined) {
    return fail(`"${outside}" is no folder inside of the repository. Write it relative to its top.`)
  }
  const absolute = config === undefined ? null : resolve(folder, config)
  const key = createHash('sha256')
    .update(JSON.stringify([identityOf(source), branch, folders, config ?? null]))
    .digest('hex')
    .slice(0, 12)
  return { key, source, branch, head, folders, config: absolute, labels }
}

function refuseDuplicates(placed: readonly { item: ManifestItem; entry: Entry }[], shown: string): void {
  const seen = new Map<string, number>()
  for (const { item, entry } of placed) {
    const id = JSON.stringify([identityOf(entry.source), entry.branch])
    const before = seen.get(id)
    if (before !== undefined) {
      throw new UsageError(
        `${shown}:${item.line}: ${oneLine(entry.source.name, 200)} is named in line ${before} already. Name each repository and branch once, with all its folders.`,
      )
    }
    seen.set(id, item.line)
  }
}
