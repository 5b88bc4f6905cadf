import type { Context } from '../../src/context/types.js'
import { kindOf } from './count.js'
import type { Problem } from './problem.js'
import type { Report, ReportedDecision } from './report.js'

/** Where `updateTag` throws although `revalidateTag` works. */
const throwsThere: readonly Context[] = ['route-handler', 'script']
/** Where no form works: whichever is written, a finding must say so. */
const deadThere: readonly Context[] = ['proxy', 'pages-api']

/** What must hold of a report before anything on disk is looked at. */
export function checkDecisions(report: Report): Problem[] {
  return [
    ...onePerSite(report.decisions),
    ...report.decisions.flatMap((decision) => [...evidenceOf(decision), ...updateTagOf(decision, report)]),
    ...sumsOf(report),
    ...sortedOf(report.decisions),
  ]
}

/** The two runs must decide alike: a plan that depends on being written is no plan. */
export function compareRuns(dryRun: Report, applied: Report): Problem[] {
  const seen = new Map(dryRun.decisions.map((decision) => [decision.id, JSON.stringify(decision)]))
  const problems: Problem[] = []
  for (const decision of applied.decisions) {
    if (seen.get(decision.id) !== JSON.stringify(decision)) {
      problems.push(problem(decision, 'is decided otherwise when applied than in the dry run'))
    }
    seen.delete(decision.id)
  }
  for (const id of seen.keys()) {
    problems.push({ check: 'decisions', where: id, message: 'is decided in the dry run only' })
  }
  return problems
}

function onePerSite(decisions: ReportedDecision[]): Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const decision of decisions) {
    const site = `${decision.file}:${decision.line}:${decision.column} ${decision.api}`
    if (seen.has(site)) problems.push(problem(decision, `has more than one decision for ${decision.api}`))
    seen.add(site)
  }
  return problems
}

function evidenceOf(decision: ReportedDecision): Problem[] {
  const problems: Problem[] = []
  const kind = kindOf(decision)
  const needsEvidence = decision.action === 'rewrite' && !/^(testDoubles|renames|conversions)$/.test(kind)
  if (needsEvidence && decision.evidence.length === 0 && decision.reach !== 'unreached') {
    problems.push(problem(decision, 'is rewritten without evidence and is not called unreached'))
  }
  // That of a cached use may tell where its key comes from instead.
  const isOfKey = decision.transform === 'unstable-cache'
  if (decision.reach === 'unreached' && decision.evidence.length > 0 && !isOfKey) {
    problems.push(problem(decision, 'is called unreached but has evidence'))
  }
  // A setting is there for what runs elsewhere.
  for (const chain of decision.transform === 'next-config' ? [] : decision.evidence) {
    const last = chain.at(-1)
    if (last?.file !== decision.file) problems.push(problem(decision, 'has evidence that ends elsewhere'))
  }
  return problems
}

function updateTagOf(decision: ReportedDecision, report: Report): Problem[] {
  const isWritten = decision.action === 'rewrite' && kindOf(decision) === 'updateTag'
  const isKept = decision.action === 'keep' && decision.api === 'updateTag'
  if (!isWritten && !isKept) return []
  const isFound = report.findings.some(({ file, line }) => file === decision.file && line === decision.line)
  const contextsOf = (wrong: readonly Context[]) => decision.contexts.filter((each) => wrong.includes(each))
  const throws = contextsOf(throwsThere)
  if (isWritten && throws.length > 0) {
    return [problem(decision, `becomes updateTag, which ${throws.join(', ')} can reach`)]
  }
  const wrong = contextsOf([...throwsThere, ...deadThere])
  if (wrong.length === 0 || isFound) return []
  return [problem(decision, `is updateTag, which ${wrong.join(', ')} can reach, without a finding`)]
}

function sumsOf({ counts }: Report): Problem[] {
  const parts = counts.changed + counts.unchanged + counts.skipped + counts.failed
  if (counts.selected === parts) return []
  const message = `selected is ${counts.selected}, but changed + unchanged + skipped + failed is ${parts}`
  return [{ check: 'decisions', where: 'counts', message }]
}

function sortedOf(decisions: ReportedDecision[]): Problem[] {
  for (const [index, decision] of decisions.entries()) {
    const before = decisions[index - 1]
    if (before !== undefined && inOrder(before, decision) > 0) {
      return [problem(decision, 'is out of order (decisions are sorted by file, line, column)')]
    }
  }
  return []
}

function inOrder(a: ReportedDecision, b: ReportedDecision): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

function problem(decision: ReportedDecision, message: string): Problem {
  return { check: 'decisions', where: `${decision.file}:${decision.line}`, message }
}
