import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Choices } from '../config/types.js'
import { analyze, type PlanResult, plan } from '../index.js'
import type { Decision } from '../plan/types.js'
import { editFile } from './edit-file.js'

/** What jscodeshift hands to a transform; `path` may be relative to the current folder. */
export interface FileInfo {
  path: string
  source: string
}

/** The part of jscodeshift's API that is used; `report` prints a line for a file. */
export interface TransformApi {
  report?: (message: string) => void
}

/** Options of jscodeshift's command line; those that retag knows are taken over. */
export type TransformOptions = Record<string, unknown>

export type StandaloneTransform = (
  file: FileInfo,
  api: TransformApi,
  options: TransformOptions,
) => string | undefined

interface Planned {
  root: string
  decisions: Map<string, Decision[]>
  failures: Map<string, string>
}

const plans = new Map<string, Planned>()
const byteOrderMark = '\uFEFF'

/**
 * A transform as jscodeshift runs it. Who can run a line is a question to the whole workspace, so the first file of a
 * tree plans all of it; the plan is kept for the other files of this process.
 *
 * @param id id of the transform
 * @returns a function that gives the new text, or undefined where nothing changes; it throws an `EditError` where
 * the file cannot be edited, which jscodeshift counts as an error
 */
export function standalone(id: string): StandaloneTransform {
  return (file, api, options) => {
    const path = resolve(file.path)
    const planned = planFor(id, path, options)
    const name = relative(planned.root, path).split(sep).join('/')
    const failure = planned.failures.get(name)
    if (failure) throw new Error(failure.startsWith(name) ? failure : `${name}: ${failure}`)
    const decisions = planned.decisions.get(name) ?? []
    for (const { action, line, reason } of decisions)
      if (action === 'review') api.report?.(`line ${line} needs a person: ${reason}`)
    const bom = file.source.startsWith(byteOrderMark) ? byteOrderMark : ''
    const source = file.source.slice(bom.length)
    const { text } = editFile(name, source, decisions)
    return text === source ? undefined : bom + text
  }
}

function planFor(id: string, path: string, options: TransformOptions): Planned {
  const root = rootOf(path)
  const choices = choicesOf(id, options)
  const key = JSON.stringify([root, choices])
  const known = plans.get(key)
  if (known) return known
  const analysis = analyze({ paths: [root] })
  const planned = toPlanned(analysis.workspace.root, plan(analysis, choices))
  plans.set(key, planned)
  return planned
}

function toPlanned(root: string, { plan: { decisions, failures } }: PlanResult): Planned {
  const byFile = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const list = byFile.get(decision.file) ?? []
    list.push(decision)
    byFile.set(decision.file, list)
  }
  const known = new Map(failures.map(({ file, message }) => [file, message]))
  for (const [file, message] of withoutModule(decisions)) known.set(file, message)
  return { root, decisions: byFile, failures: known }
}

/** jscodeshift only changes files: what would import a module that is new stays as it is. */
function withoutModule(decisions: readonly Decision[]): Map<string, string> {
  const made = decisions.find(({ edit }) => edit?.kind === 'create-file')
  const users = made
    ? decisions.filter(({ rule, edit }) => rule === 'new-helper' && edit?.kind === 'replace-expression')
    : []
  const message = `needs ${made?.file}, which jscodeshift cannot create; run \`npx retag -t tag-helpers\``
  return new Map(users.map(({ file }) => [file, message]))
}

/** The git work tree that holds the file, else the outermost folder with a package.json, else its own folder. */
function rootOf(path: string): string {
  let outermost: string | undefined
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (existsSync(join(folder, 'package.json'))) outermost = folder
    if (folder === dirname(folder)) return outermost ?? dirname(path)
  }
}

function choicesOf(id: string, options: TransformOptions): Partial<Choices> {
  const { profile, mixed, fixMisuse, unstableCache, useCacheFlag } = options
  const choices: Partial<Choices> = { transforms: [id] }
  if (typeof profile === 'string') choices.profile = profile
  if (mixed === 'expire-0' || mixed === 'max' || mixed === 'review') choices.mixed = mixed
  else if (mixed !== undefined) throw unknown('mixed', mixed, 'expire-0, max or review')
  if (fixMisuse === true || fixMisuse === 'true') choices.fixMisuse = true
  if (unstableCache === 'cookies' || unstableCache === 'all') choices.unstableCache = unstableCache
  else if (unstableCache !== undefined) throw unknown('unstableCache', unstableCache, 'cookies or all')
  if (useCacheFlag === 'useCache' || useCacheFlag === 'cacheComponents' || useCacheFlag === 'none')
    choices.useCacheFlag = useCacheFlag
  else if (useCacheFlag !== undefined)
    throw unknown('useCacheFlag', useCacheFlag, 'useCache, cacheComponents or none')
  return choices
}

function unknown(option: string, value: unknown, valid: string): Error {
  return new Error(`--${option} ${String(value)} is unknown; use ${valid}`)
}
