import type { Decision, Finding, Plan } from '../../src/index.js'
import type { ExpectedDecision, ExpectedFinding, FixtureReport } from './fixtures.js'

/** What a plan says, cut down to the fields that a fixture names, so that a failure shows only what differs. */
export interface Outcome {
  decisions: object[]
  findings: object[]
  failures: object[]
}

/** The decisions and findings that the fixture demands, in the form of {@link actualOutcome}. */
export function expectedOutcome(report: FixtureReport): Outcome {
  return {
    decisions: report.decisions.map((decision) => ({ ...decision, ...sortedContexts(decision) })),
    findings: report.findings,
    failures: [],
  }
}

/**
 * The decisions and findings of a plan, in the order of the fixture's; what the fixture does not know comes last, whole
 * enough to be told.
 */
export function actualOutcome(plan: Plan, report: FixtureReport): Outcome {
  return {
    decisions: pair(report.decisions, plan.decisions, closeness, projectDecision, wholeDecision),
    findings: pair(report.findings, plan.findings, sameFinding, pick, wholeFinding),
    failures: plan.failures,
  }
}

/** For each expected item the actual one that comes closest, then the actual ones that nothing asked for. */
function pair<E extends object, A extends object>(
  expected: E[],
  actual: A[],
  score: (expected: E, actual: A) => number,
  project: (actual: A, expected: E) => object,
  whole: (actual: A) => object,
): object[] {
  const left = [...actual]
  const pairs = expected.flatMap((item) => {
    const scores = left.map((candidate) => score(item, candidate))
    const best = Math.max(0, ...scores)
    if (best === 0) return []
    const [found] = left.splice(scores.indexOf(best), 1)
    return found ? [project(found, item)] : []
  })
  return [...pairs, ...left.map(whole)]
}

/** 0 for another file or line; otherwise more for every further field that agrees. */
function closeness(expected: ExpectedDecision, actual: Decision): number {
  if (expected.file !== actual.file) return 0
  if (expected.line !== undefined && expected.line !== actual.line) return 0
  const fields = ['api', 'rule', 'action', 'after'] as const
  return 1 + fields.filter((field) => expected[field] === actual[field]).length
}

function sameFinding(expected: ExpectedFinding, actual: Finding): number {
  if (expected.id !== actual.id || expected.file !== actual.file) return 0
  return expected.line === undefined || expected.line === actual.line ? 1 : 0
}

function projectDecision(actual: Decision, expected: ExpectedDecision): object {
  const { evidence, ...fields } = expected
  const projected = { ...pick(actual, fields), ...(fields.contexts && sortedContexts(actual)) }
  if (!evidence) return projected
  const chains = actual.evidence.map((chain) => chain.map((step) => step.file))
  // A chain that is there shows as the fixture wrote it, so that only a missing one differs.
  const missing = evidence.filter((wanted) => !chains.some((chain) => passes(chain, wanted)))
  return { ...projected, evidence: missing.length === 0 ? evidence : chains }
}

function passes(chain: string[], wanted: string[]): boolean {
  if (chain[0] !== wanted[0] || chain.at(-1) !== wanted.at(-1)) return false
  let at = 0
  for (const file of chain) if (file === wanted[at]) at++
  return at === wanted.length
}

function sortedContexts({ contexts }: { contexts?: string[] }): object {
  return contexts ? { contexts: [...contexts].sort() } : {}
}

function pick(actual: object, expected: object): object {
  const values = actual as Record<string, unknown>
  return Object.fromEntries(Object.keys(expected).map((key) => [key, values[key]]))
}

function wholeDecision(decision: Decision): object {
  const { file, line, transform, api, action, rule, reach, contexts, before, after, reason } = decision
  return { file, line, transform, api, action, rule, reach, contexts, before, after, reason }
}

function wholeFinding({ id, file, line, message }: Finding): object {
  return { id, file, line, message }
}
