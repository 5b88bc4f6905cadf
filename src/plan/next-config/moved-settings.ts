import { ts } from '@ts-morph/common'
import { bare, eachChild, memberName } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { App } from '../../workspace/types.js'
import { review, type Verdict } from '../decision.js'
import type { PlanInput, Planned } from '../input.js'
import type { Decision, Finding } from '../types.js'
import { decidePlace } from './decide.js'
import { assignmentsTo, lookUp, ownSetting, type Setting } from './lookup.js'
import { type ConfigObject, type ConfigReader, createConfigReader } from './objects.js'
import { segmentFindings } from './segment-configs.js'

/** Settings that left `experimental`, with the name that they have at the top level (docs/next16.md, 5). */
const movedSettings: Record<string, string> = {
  cacheComponents: 'cacheComponents',
  cacheLife: 'cacheLife',
  dynamicIO: 'cacheComponents',
}
const oldNames = Object.keys(movedSettings)
const mention = new RegExp(oldNames.join('|'))

/** Settings of `experimental` that Next.js 16 reads at the top level of the config, for every app. */
export function planMovedSettings(transform: string, input: PlanInput): Planned {
  const decisions = new Map<string, Decision>()
  const findings: Finding[] = []
  for (const app of input.workspace.apps) {
    const own = settingsOf(transform, input, app)
    for (const decision of own) if (!decisions.has(decision.id)) decisions.set(decision.id, decision)
    if (own.some(switchesComponentsOn))
      findings.push(...segmentFindings(input, app, 'cacheComponents', 'cache-components-breaks'))
  }
  return { decisions: [...decisions.values()], findings }
}

function switchesComponentsOn({ api, before }: Decision): boolean {
  return api === 'experimental.dynamicIO' && !/[:=]\s*false\b/.test(before)
}

function settingsOf(transform: string, input: PlanInput, app: App): Decision[] {
  const { configFile } = app
  if (configFile === null) return []
  const isNamed = mention.test(input.workspace.bytes(configFile)?.toString('latin1') ?? '')
  if (!isNamed && !app.useCache && app.cacheProfiles.length === 0) return []
  const reader = createConfigReader(input)
  const { objects, problem } = reader.exported(configFile)
  const model = input.graph.model(configFile)
  const models = new Set([...(model ? [model] : []), ...objects.map((object) => object.model)])
  const found = objects.flatMap((config) => inConfig(transform, reader, config))
  const seen = new Set(found.map(({ id }) => id))
  const rest = [...models].flatMap((one) => [
    ...(problem === null ? [] : unfollowed(transform, one, problem)),
    ...assigned(transform, one),
  ])
  return [...found, ...rest.filter(({ id }) => !seen.has(id))].filter(({ file }) =>
    input.workspace.selected.has(file),
  )
}

/** The settings in the `experimental` of one config. */
function inConfig(transform: string, reader: ConfigReader, config: ConfigObject): Decision[] {
  const found = lookUp(reader, config, 'experimental')
  if (found.kind !== 'found' || found.setting.value === null) return []
  const { setting } = found
  const inline = bare(found.setting.value)
  const isInline = ts.isObjectLiteralExpression(inline)
  return reader.values(found.setting.value, setting.model).objects.flatMap((experimental) => {
    const settings = oldNames.flatMap((name) => ownSetting(experimental, name) ?? [])
    return settings.map((old) => {
      const isOwn = isInline && experimental.node === inline
      const verdict = isOwn ? verdictOf(reader, config, setting, old, settings) : elsewhere(old)
      return decideSetting(transform, old, verdict)
    })
  })
}

function verdictOf(
  reader: ConfigReader,
  config: ConfigObject,
  experimental: Setting,
  old: Setting,
  all: Setting[],
): Verdict {
  const { model, property } = old
  const oldName = memberName(property.name) ?? ''
  const name = movedSettings[oldName] ?? oldName
  const taken = lookUp(reader, config, name)
  if (taken.kind === 'found')
    return review(
      'setting-exists',
      `The config has ${name} at the top level already. Bring both together by hand.`,
    )
  if (taken.kind === 'unclear')
    return review('config-unclear', `The config may have ${name} at the top level already: ${taken.why}.`)
  const twin = all.some((other) => other !== old && memberName(other.property.name) === name)
  if (twin) return review('setting-exists', `experimental.${name} is set as well. Keep one of the two.`)
  if (ts.isMethodDeclaration(property) || ts.isAccessor(property))
    return review('config-unclear', `${oldName} is written as a function. Move it by hand.`)
  const count = (experimental.value && sizeOf(experimental.value)) ?? 0
  if (count === all.length && readsExperimental(model))
    return review(
      'config-unclear',
      'The code uses experimental once the config is made, and this would leave none. Move the setting by hand.',
    )
  const at = { start: property.getStart(model.source), end: property.end }
  return {
    action: 'rewrite',
    after: property.getText(model.source).replace(oldName, name),
    semantics: 'preserved',
    rule: 'moved-setting',
    reason:
      oldName === name
        ? `Next.js 16 reads ${name} at the top level of the config.`
        : 'Next.js 16 refuses experimental.dynamicIO; it is called cacheComponents and stands at the top level.',
    edit: { kind: 'lift-setting', at, name },
  }
}

function sizeOf(value: ts.Expression): number | null {
  const node = bare(value)
  return ts.isObjectLiteralExpression(node) ? node.properties.length : null
}

function readsExperimental(model: FileModel): boolean {
  return /\.\s*experimental\b/.test(model.source.text)
}

function elsewhere({ property }: Setting): Verdict {
  const name = memberName(property.name) ?? ''
  const now = movedSettings[name] ?? name
  return review(
    'setting-elsewhere',
    `experimental is not written in the config itself, so ${name} cannot be moved out of it. Set ${now} at the top level by hand.`,
  )
}

function decideSetting(transform: string, { model, property }: Setting, verdict: Verdict): Decision {
  const api = `experimental.${memberName(property.name)}`
  return decidePlace(transform, { model, node: property }, api, property.getText(model.source), verdict)
}

/** `experimental: { cacheLife }` in a config that cannot be followed to its end. */
function unfollowed(transform: string, model: FileModel, problem: string): Decision[] {
  const found: Decision[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && memberName(node.name) === 'experimental') {
      const object = bare(node.initializer)
      if (ts.isObjectLiteralExpression(object))
        for (const name of oldNames) {
          const setting = ownSetting({ model, node: object }, name)
          const reason = `What Next.js gets as config cannot be told: ${problem}. Move ${name} to the top level by hand.`
          if (setting) found.push(decideSetting(transform, setting, review('config-unclear', reason)))
        }
    }
    eachChild(node, visit)
  }
  visit(model.source)
  return found
}

/** `config.experimental.cacheLife = { ... }`. */
function assigned(transform: string, model: FileModel): Decision[] {
  const paths = oldNames.map((name) => `experimental.${name}`)
  return assignmentsTo(model, paths).map(({ path, node }) => {
    const name = movedSettings[path.replace('experimental.', '')] ?? path
    const verdict = review(
      'setting-elsewhere',
      `It is assigned once the config is made. Assign ${name} at the top level by hand.`,
    )
    return decidePlace(transform, { model, node }, path, node.getText(model.source), verdict)
  })
}
