import { ts } from '@ts-morph/common'
import { bare } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { App } from '../../workspace/types.js'
import type { PlanInput } from '../input.js'
import type { Edit } from '../types.js'
import { assignmentsTo, lookUp, ownSetting, type Setting } from './lookup.js'
import { type ConfigObject, type ConfigReader, createConfigReader } from './objects.js'
import type { Flag } from './segment-configs.js'

/** One change of a config. */
export interface ConfigChange {
  model: FileModel
  /** What a report points at. */
  node: ts.Node
  before: string
  after: string
  edit: Edit
}

/** The changes that switch a flag on, or half a sentence that says why they are not safe. */
export type FlagChanges = { changes: ConfigChange[] } | { problem: string }

/** What a person would write. */
export const flagText: Record<Flag, string> = {
  useCache: 'experimental: { useCache: true }',
  cacheComponents: 'cacheComponents: true',
}

/** The changes that switch the flag on in every config that Next.js may get for this app. */
export function flagChanges(input: PlanInput, app: App, flag: Flag): FlagChanges {
  if (app.configFile === null) return { problem: 'there is no next.config' }
  const reader = createConfigReader(input)
  const { objects, problem } = reader.exported(app.configFile)
  if (problem !== null) return { problem }
  const models = new Set(objects.map(({ model }) => model))
  const paths = ['experimental', 'experimental.useCache', 'cacheComponents']
  const [later] = [...models].flatMap((model) => assignmentsTo(model, paths))
  if (later) return { problem: `${later.path} is assigned after the config is made` }
  const changes = new Map<ts.Node, ConfigChange>()
  for (const object of objects) {
    const found = flag === 'useCache' ? addUseCache(reader, object) : addComponents(reader, object)
    if (typeof found === 'string') return { problem: found }
    if (found !== null) changes.set(found.node, found)
  }
  const outside = [...changes.values()].find(({ model }) => !isOwn(input, app, model.file))
  if (outside) return { problem: `it is written in ${outside.model.file}, which this run must not change` }
  return { changes: [...changes.values()] }
}

/** Null where it is on already; a string where it cannot be switched on. */
function addUseCache(reader: ConfigReader, config: ConfigObject): ConfigChange | string | null {
  const found = lookUp(reader, config, 'experimental')
  if (found.kind === 'unclear') return found.why
  if (found.kind === 'absent') return add(config, ['experimental', 'useCache'])
  const { value, model } = found.setting
  const { objects, problem } = value ? reader.values(value, model) : { objects: [], problem: null }
  const [experimental, ...others] = objects
  if (problem !== null || !experimental || others.length > 0)
    return `experimental is not written as one object${problem === null ? '' : ` (${problem})`}`
  const own = ownSetting(experimental, 'useCache')
  return own ? switchOn(own, 'experimental.useCache') : add(experimental, ['useCache'])
}

function addComponents(reader: ConfigReader, config: ConfigObject): ConfigChange | string | null {
  const experimental = lookUp(reader, config, 'experimental')
  if (experimental.kind === 'found') {
    const { value, model } = experimental.setting
    const { objects } = value ? reader.values(value, model) : { objects: [] }
    // Next.js refuses `experimental.useCache: false` beside it, and takes the old place of the setting first.
    const old = ['useCache', 'cacheComponents', 'dynamicIO'].find((name) =>
      objects.some((object) => ownSetting(object, name) !== null),
    )
    if (old !== undefined) return `experimental.${old} is set already`
  }
  const own = ownSetting(config, 'cacheComponents')
  return own ? switchOn(own, 'cacheComponents') : add(config, ['cacheComponents'])
}

function add({ model, node }: ConfigObject, path: string[]): ConfigChange {
  const at = { start: node.getStart(model.source), end: node.end }
  const [first = '', ...inner] = path
  const after = inner.length === 0 ? `${first}: true` : `${first}: { ${inner.join(': { ')}: true }`
  return { model, node, before: '', after, edit: { kind: 'add-setting', at, path, value: 'true' } }
}

function switchOn({ model, property, value }: Setting, name: string): ConfigChange | string | null {
  const now = value && bare(value)
  if (!value || !now) return `${name} is computed`
  if (now.kind === ts.SyntaxKind.TrueKeyword) return null
  const isOff = now.kind === ts.SyntaxKind.FalseKeyword || (ts.isIdentifier(now) && now.text === 'undefined')
  if (!isOff || ts.isShorthandPropertyAssignment(property)) return `${name} is computed`
  const at = { start: now.getStart(model.source), end: now.end }
  const before = property.getText(model.source)
  const cut = at.start - property.getStart(model.source)
  const after = `${before.slice(0, cut)}true${before.slice(cut + at.end - at.start)}`
  return { model, node: property, before, after, edit: { kind: 'replace', at, text: 'true' } }
}

/** A file that may be changed, and that no other app takes its config from. */
function isOwn({ workspace, graph }: PlanInput, app: App, file: string): boolean {
  if (!workspace.selected.has(file)) return false
  if (file === app.configFile) return true
  const users = new Set([file])
  for (const user of users) for (const importer of graph.imports.importers(user)) users.add(importer)
  return workspace.apps.every(
    ({ configFile }) => configFile === app.configFile || !users.has(configFile ?? ''),
  )
}
