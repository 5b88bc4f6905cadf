import { createHash } from 'node:crypto'
import type { Decision, Finding, Plan } from '../../plan/types.js'
import type { Mode } from '../json.js'
import { headOfCode, oneLine } from '../one-line.js'
import { codeFlows, location } from './places.js'
import type { Level, Result } from './types.js'

const longestCode = 200
const longestMessage = 1000

/** Findings, places that need a person, and rewrites; the gravest first, then by place. What is kept is no result. */
export function sarifResults(plan: Plan, mode: Mode, ruleIds: readonly string[]): Result[] {
  const grave: Record<Level, number> = { error: 0, warning: 1, note: 2 }
  const results = [
    ...plan.findings.map((finding) => ({ at: finding, result: findingResult(finding) })),
    ...plan.decisions
      .filter(({ action }) => action !== 'keep')
      .map((decision) => ({ at: decision, result: decisionResult(decision, mode) })),
  ].sort((a, b) => grave[a.result.level] - grave[b.result.level] || byPlace(a.at, b.at))
  const indexes = new Map(ruleIds.map((id, index) => [id, index]))
  const seen = new Map<string, number>()
  return results.map(({ at, result }) => {
    const identity = identityOf(at)
    const occurrence = (seen.get(identity) ?? 0) + 1
    seen.set(identity, occurrence)
    const ruleIndex = indexes.get(result.ruleId)
    return {
      ...result,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      partialFingerprints: { 'retagIdentity/v1': hash(`${identity}\n${occurrence}`) },
    }
  })
}

type Bare = Omit<Result, 'partialFingerprints' | 'ruleIndex'>

function findingResult({ id, severity, file, line, column, message, help }: Finding): Bare {
  return {
    ruleId: id,
    level: severity,
    message: { text: plainMessage(`${message} ${help}`) },
    locations: [location(file, line, column, '')],
  }
}

function decisionResult(decision: Decision, mode: Mode): Bare {
  const { transform, file, line, column, action, before, after, reason, rule, reach, semantics } = decision
  const code = oneLine(headOfCode(before), longestCode)
  const became = mode === 'apply' ? 'became' : 'would become'
  const rewritten = `${code} ${became} ${oneLine(headOfCode(after ?? ''), longestCode)}. ${reason}`
  const changed = semantics === 'changed' ? ' This changes behaviour.' : ''
  const flows = codeFlows(decision.evidence)
  return {
    ruleId: transform,
    level: action === 'review' ? 'warning' : 'note',
    message: {
      text: plainMessage(action === 'review' ? `${code} needs a person. ${reason}` : rewritten + changed),
    },
    locations: [location(file, line, column, before)],
    ...(flows.length > 0 ? { codeFlows: flows } : {}),
    properties: { action, rule, reach, ...(semantics === null ? {} : { semantics }) },
  }
}

/** `[text](target)` would be a link (section 3.11.6), which code such as `tags[0](id)` never means. */
function plainMessage(text: string): string {
  return oneLine(text, longestMessage).replaceAll('](', '] (')
}

/**
 * What a result is, wherever it has moved to: no line and no column. Equal ones in a file are told apart by their
 * order (section 3.27.17).
 */
function identityOf(at: Decision | Finding): string {
  if ('message' in at) return ['finding', at.id, at.file, at.message.replaceAll(/:\d+/g, '')].join('\n')
  return ['decision', at.transform, at.file, at.api, at.before.replaceAll(/\s+/g, ' ')].join('\n')
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function byPlace(a: Decision | Finding, b: Decision | Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
