import type { EvidenceStep } from '../../context/types.js'
import type { App } from '../../workspace/types.js'
import type { PlanInput, Planned, Planner } from '../input.js'
import type { Decision, Finding } from '../types.js'
import { appsRunning } from './apps.js'
import { decideChange } from './decide.js'
import { flagChanges, flagText } from './edits.js'
import { flagRule, id, settingName, wantedFlag } from './flag.js'
import { lookUp } from './lookup.js'
import { createConfigReader } from './objects.js'
import { type Flag, segmentConfigs, segmentFindings } from './segment-configs.js'

/** Switches `'use cache'` on where functions become cached, and says what that flag forbids. */
export const planNextConfig: Planner = (input, earlier): Planned => {
  const wanted = conversionsByApp(input, earlier)
  return {
    decisions: [...wanted].flatMap(([app, conversions]) => switchOn(input, app, conversions)),
    findings: input.workspace.apps.flatMap((app) => findingsOf(input, app, wanted.has(app), earlier)),
  }
}

/** The conversions that need the flag: those that are written, and those that only wait for it. */
function conversionsByApp(input: PlanInput, earlier: readonly Decision[]): Map<App, Decision[]> {
  const byApp = new Map<App, Decision[]>()
  for (const decision of earlier) {
    if (decision.transform !== 'unstable-cache') continue
    if (decision.action !== 'rewrite' && decision.rule !== flagRule) continue
    for (const app of appsRunning(input, decision.file, decision.evidence))
      byApp.set(app, [...(byApp.get(app) ?? []), decision])
  }
  return byApp
}

function switchOn(input: PlanInput, app: App, conversions: Decision[]): Decision[] {
  const flag = wantedFlag(input)
  if (flag === null || app.cacheComponents || app.useCache || app.appRouterDir === null) return []
  // The findings say what is in the way; the flag would break the build.
  if (segmentConfigs(input, app, flag).length > 0) return []
  const found = flagChanges(input, app, flag)
  if ('problem' in found) return [byHand(app, flag, found.problem, conversions)]
  const written = conversions.filter(({ action }) => action === 'rewrite')
  if (written.length === 0) return []
  return found.changes.map((change) => decideChange(change, flag, evidenceOf(written)))
}

function byHand(app: App, flag: Flag, problem: string, conversions: Decision[]): Decision {
  const manifest = app.dir === '' ? 'package.json' : `${app.dir}/package.json`
  const file = app.configFile ?? manifest
  const where = app.configFile === null ? 'a new next.config' : 'the config'
  return {
    id: `${id}:${file}:1:1`,
    transform: id,
    file,
    line: 1,
    column: 1,
    api: settingName(flag),
    action: 'review',
    before: '',
    after: null,
    contexts: [],
    reach: 'non-action',
    semantics: null,
    rule: app.configFile === null ? 'no-config' : 'config-unclear',
    reason: `'use cache' needs ${settingName(flag)}, which cannot be added safely: ${problem}. Add ${flagText[flag]} to ${where}, and run again.`,
    evidence: evidenceOf(conversions),
    edit: null,
  }
}

/** One short chain for each conversion. */
function evidenceOf(conversions: readonly Decision[]): EvidenceStep[][] {
  return conversions.map(({ file, line, api }) => [{ file, line, symbol: api }])
}

function findingsOf(input: PlanInput, app: App, isWanted: boolean, earlier: readonly Decision[]): Finding[] {
  const flag = flagThatIsOn(input, app) ?? (isWanted ? wantedFlag(input) : null)
  // Where `dynamicIO` moves, stable-names lists the same places.
  if (flag === null || earlier.some((decision) => movesDynamicIo(input, app, decision))) return []
  return segmentFindings(input, app, flag, 'forbidden-segment-config')
}

function flagThatIsOn(input: PlanInput, app: App): Flag | null {
  if (app.cacheComponents) return 'cacheComponents'
  if (!app.useCache || app.configFile === null) return null
  const reader = createConfigReader(input)
  const isComponents = reader.exported(app.configFile).objects.some((object) => {
    const found = lookUp(reader, object, 'experimental')
    if (found.kind !== 'found' || !found.setting.value) return false
    return reader
      .values(found.setting.value, found.setting.model)
      .objects.some((inner) =>
        ['cacheComponents', 'dynamicIO'].some((name) => lookUp(reader, inner, name).kind === 'found'),
      )
  })
  return isComponents ? 'cacheComponents' : 'useCache'
}

function movesDynamicIo({ workspace }: PlanInput, app: App, decision: Decision): boolean {
  if (decision.transform !== 'stable-names' || decision.api !== 'experimental.dynamicIO') return false
  return decision.file === app.configFile || workspace.appOf(decision.file) === app
}
