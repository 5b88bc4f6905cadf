import { ts } from '@ts-morph/common'
import {
  type CachedCall,
  type FoundWrapper,
  readCachedCall,
  standsIn,
  wrapperCalls,
  wrapperOf,
} from '../../cache/cached-call/index.js'
import { createTypes } from '../../cache/plain/index.js'
import type { Types } from '../../cache/plain/types.js'
import { createRequestData, type RequestData } from '../../cache/request/index.js'
import type { RequestOrigin } from '../../cache/request/types.js'
import { createEntries, type Entries } from '../../context/entries.js'
import { decide, keep, review, type Verdict } from '../decision.js'
import { applyIgnoreComments } from '../ignore.js'
import type { PlanInput, Planned, Planner, TracedSite } from '../input.js'
import { createTracer } from '../sites.js'
import type { Decision, Finding } from '../types.js'
import { innerEntryRefusal } from './around.js'
import { type Conversion, convert } from './convert.js'
import { conversionFindings, wrapperText } from './findings.js'
import { flagRefusal } from './flag.js'
import { nestedFindings } from './nested.js'
import type { Refusal } from './refusals.js'
import { requestOriginOf } from './scope.js'
import { storageFindings } from './storage.js'

const id = 'unstable-cache'

/** What the rules of this transform work from. */
export interface Tools {
  input: PlanInput
  entries: Entries
  types: Types
  request: RequestData
  /** Names that conversions of a file gave to new functions. */
  given(file: string): Set<string>
}

/** A use with what is known of who runs it. */
interface Use {
  cached: CachedCall
  traced: TracedSite
  /** What it is the inside of, when it is a wrapper. */
  wrapper: FoundWrapper | null
}

/** `unstable_cache` entries become `'use cache'` functions, where that is proven. */
export const planUnstableCache: Planner = (input): Planned => {
  const traced = input.sites.filter(({ site }) => site.api === 'unstable_cache')
  if (traced.length === 0) return { decisions: [], findings: [] }
  const decisions: Decision[] = []
  const findings: Finding[] = []
  const uses = usesOf(input, traced, decisions)
  const tools = toolsOf(input, uses)
  const converted = new Map<CachedCall, TracedSite>()
  for (const use of uses) {
    const origin = requestOriginOf(input.graph, tools.request, use.cached)
    const outcome = outcomeOf(tools, uses, use, origin)
    const decided = withOrigin(decide(id, use.traced, outcome.verdict), origin)
    decisions.push(decided)
    if (!outcome.conversion || isIgnored(input, decided)) continue
    converted.set(use.cached, use.traced)
    findings.push(...conversionFindings(tools, use.cached, outcome.conversion))
  }
  findings.push(
    ...storageFindings(input, [...converted.values()]),
    ...nestedFindings(
      tools,
      uses.map(({ cached }) => cached),
      new Set(converted.keys()),
    ),
  )
  return { decisions, findings: onePerPlace(findings) }
}

/** What several uses lead to is said once. */
function onePerPlace(findings: readonly Finding[]): Finding[] {
  const key = ({ id: finding, file, line, column, message }: Finding): string =>
    `${finding}:${file}:${line}:${column}:${message}`
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()]
}

function toolsOf(input: PlanInput, uses: Use[]): Tools {
  const { workspace, graph, choices } = input
  const given = new Map<string, Set<string>>()
  const files = [...new Set(uses.map(({ cached }) => cached.site.file))]
  return {
    input,
    entries: createEntries(workspace, graph, choices.contexts),
    types: createTypes(workspace, graph, files),
    request: createRequestData(graph),
    given(file) {
      const names = given.get(file) ?? new Set()
      given.set(file, names)
      return names
    },
  }
}

/** All uses, those that go through a wrapper included; what is no call gets its decision at once. */
function usesOf(input: PlanInput, traced: TracedSite[], decisions: Decision[]): Use[] {
  const uses: Use[] = []
  const trace = createTracer(input.workspace, input.graph, input.choices.contexts)
  for (const one of traced) {
    const cached = readCachedCall(input.graph, one.site, null)
    if (!cached) {
      const verdict = notCalled(one)
      if (verdict) decisions.push(decide(id, one, verdict))
      continue
    }
    const wrapper = wrapperOf(cached)
    uses.push({ cached, traced: one, wrapper })
    if (!wrapper) continue
    for (const site of wrapperCalls(input.graph, wrapper)) {
      if (!input.workspace.selected.has(site.file)) continue
      const through = readCachedCall(input.graph, site, wrapper.transparent)
      if (through) uses.push({ cached: through, traced: trace(site), wrapper: null })
    }
  }
  return uses
}

function notCalled({ site, contexts }: TracedSite): Verdict | null {
  if (contexts.length === 1 && contexts[0] === 'test') return null
  if (site.shape === 'reexport')
    return keep('re-exported', 'It is only exported again; its uses are decided where they stand.')
  if (site.shape === 'injected' && ts.isTypeQueryNode(site.node.parent))
    return keep('type-only', 'It only lends its type.')
  return review(
    'stored-reference',
    'unstable_cache is not called by its own name here, so its uses cannot be told.',
  )
}

interface Outcome {
  verdict: Verdict
  conversion: Conversion | null
}

function outcomeOf(tools: Tools, uses: Use[], use: Use, origin: RequestOrigin | null): Outcome {
  const { cached, traced, wrapper } = use
  if (traced.contexts.length > 0 && traced.contexts.every((context) => context === 'test'))
    return settled(keep('test', 'Only tests run it.'))
  if (wrapper) return settled(review('wrapper', wrapperText(tools.input.graph, wrapper)))
  if (tools.input.choices.unstableCache === 'cookies' && !origin)
    return settled(
      keep(
        'no-request-data',
        'No part of its key comes from cookies or headers. --unstable-cache all converts it too.',
      ),
    )
  const isNested = uses.some(({ cached: other }) => standsIn(cached, other) || standsIn(other, cached))
  if (isNested)
    return settled(
      review(
        'nested',
        'One unstable_cache stands inside another. Left for a person: take the inner one out first.',
      ),
    )
  const conversion = convert(tools, use)
  if ('rule' in conversion) return settled(refused(conversion))
  const inner = innerEntryRefusal(
    tools,
    uses.map((one) => one.cached),
    cached,
  )
  if (inner) return settled(refused(inner))
  const flag = flagRefusal(tools.input, traced)
  if (flag) return settled(refused(flag))
  return { verdict: written(cached, conversion), conversion }
}

function settled(verdict: Verdict): Outcome {
  return { verdict, conversion: null }
}

function refused({ rule, why }: Refusal): Verdict {
  return review(rule, `Left for a person: ${why}.`)
}

function written({ site }: CachedCall, { edit, reason }: Conversion): Verdict {
  return {
    action: 'rewrite',
    after: edit.name || site.text,
    semantics: 'changed',
    rule: edit.form,
    reason,
    edit,
  }
}

function isIgnored({ graph }: PlanInput, decision: Decision): boolean {
  return applyIgnoreComments(graph, [decision]).some(({ rule }) => rule === 'ignored')
}

/** The way of the cookie into the key is evidence like any other. */
function withOrigin(decision: Decision, origin: RequestOrigin | null): Decision {
  if (!origin) return decision
  const { file, line, api: symbol } = decision
  // What is handed over by a call in another file ends there; the chain goes on to the use.
  const end = origin.steps.at(-1)?.file === file ? [] : [{ file, line, symbol }]
  return { ...decision, evidence: [...decision.evidence, [...origin.steps, ...end]] }
}
