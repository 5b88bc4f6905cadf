import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkCachedFunctions } from './cached-functions.js'
import { compareTypes } from './compare-types.js'
import { compareRuns } from './decisions.js'
import { changedLines, checkLines, hunksOf } from './lines.js'
import { measure } from './measure.js'
import type { Problem } from './problem.js'
import type { Report, ReportedDecision } from './report.js'
import { changedFiles, expectNothingWritten, reportOf } from './runs.js'
import { type Site, sitesIn } from './sites.js'
import { checkSyntax } from './syntax.js'
import { copyTree, remove, snapshot, sourceFiles, temporaryFolder, writtenBetween } from './tree.js'

/** Numbers of one repository: `uses`, `users` (of a project's own wrapper), `rewrite <form>`, `keep <rule>`, `review <rule>`, `gated`, ... */
export type ConversionNumbers = Record<string, number>

export interface ConversionResult {
  name: string
  /** Null when the tool gave no report. */
  numbers: ConversionNumbers | null
  /** Of the run that converts. */
  seconds: number
  problems: Problem[]
}

const api = 'unstable_cache'
const all = ['-t', 'unstable-cache', 'next-config', '--unstable-cache', 'all']

/**
 * Converts every `unstable_cache` of a copy of one checkout, whatever the app's config says, and checks what came out:
 * one decision for each use, every output parses and type-checks as well as before, a second run changes nothing, no
 * line outside the decisions changed, and each cached function is one. Null for a repository without a use.
 *
 * @param checkout absolute path of the tree, which is only read
 * @param bin absolute path of the built command
 */
export async function runConversions(
  name: string,
  checkout: string,
  bin: string,
): Promise<ConversionResult | null> {
  const { sites, texts } = usesOf(checkout)
  if (sites.length === 0) return null
  const scratch = temporaryFolder()
  try {
    const copy = path.join(scratch, 'tree')
    copyTree(checkout, copy)
    const call = (flags: string[]) => measure([bin, ...all, ...flags, '--json'], { cwd: copy, scratch })
    return await convertCopy(name, { checkout, copy, sites, texts }, call)
  } finally {
    remove(scratch)
  }
}

interface Trees {
  checkout: string
  copy: string
  sites: Site[]
  texts: ReadonlyMap<string, string>
}

async function convertCopy(
  name: string,
  { checkout, copy, sites, texts }: Trees,
  call: (flags: string[]) => ReturnType<typeof measure>,
): Promise<ConversionResult> {
  const problems: Problem[] = []
  const start = snapshot(copy)
  const gatedRun = reportOf('dry run', await call(['--dry-run']), problems)
  const planned = reportOf('dry run', await call(['--dry-run', '--use-cache-flag', 'none']), problems)
  expectNothingWritten('dry run', start, snapshot(copy), problems)

  const run = await call(['--use-cache-flag', 'none', '--yes', '--force'])
  const applied = reportOf('run', run, problems)
  const afterApply = snapshot(copy)
  const changed = changedFiles(checkout, copy, writtenBetween(start, afterApply), problems)
  const second = reportOf(
    'second run',
    await call(['--use-cache-flag', 'none', '--yes', '--force']),
    problems,
  )
  expectNothingWritten('second run', afterApply, snapshot(copy), problems)

  const result = { name, seconds: run.seconds, problems }
  if (!gatedRun || !planned || !applied || !second) return { ...result, numbers: null }
  problems.push(
    ...compareRuns(planned, applied),
    ...oneEach(sites, planned.decisions),
    ...changed.flatMap((file) => checkLines(file, planned.decisions)),
    ...changed.flatMap(checkSyntax),
    ...changed.flatMap((file) => checkCachedFunctions(file, planned.decisions)),
    ...compareTypes(
      checkout,
      changed,
      importersOf(
        texts,
        changed.map(({ file }) => file),
      ),
    ),
  )
  const lines = changed.reduce((sum, file) => sum + changedLines(hunksOf(file.before, file.after)), 0)
  const numbers = count(sites, planned, gatedRun)
  return { ...result, numbers: { ...numbers, changedFiles: changed.length, changedLines: lines } }
}

/** Every use by the independent scan, and the text of each source file. */
function usesOf(checkout: string): { sites: Site[]; texts: Map<string, string> } {
  const texts = new Map<string, string>()
  for (const file of sourceFiles(checkout))
    texts.set(file, readFileSync(path.join(checkout, file), 'utf8').replace(/^\uFEFF/, ''))
  const sites = [...texts]
    .filter(([, text]) => text.includes(api))
    .flatMap(([file, text]) => sitesIn(file, text, new Set([api])))
  return { sites, texts }
}

/** Each use has exactly one decision; further decisions are for users of a wrapper, one for each place as well. */
export function oneEach(sites: readonly Site[], decisions: readonly ReportedDecision[]): Problem[] {
  const problems: Problem[] = []
  const count = new Map<string, number>()
  for (const decision of decisions.filter(({ transform }) => transform === 'unstable-cache')) {
    const place = `${decision.file}:${decision.line}`
    const key = `${place}:${decision.column}`
    count.set(key, (count.get(key) ?? 0) + 1)
    if (count.get(key) === 2)
      problems.push({ check: 'decisions', where: place, message: 'has more than one decision' })
    count.set(place, (count.get(place) ?? 0) + 1)
  }
  for (const { file, line, kind } of sites) {
    const decided = count.get(`${file}:${line}`) ?? 0
    if (decided !== 1 && kind === 'call')
      problems.push({ check: 'sites', where: `${file}:${line}`, message: `a use with ${decided} decisions` })
  }
  return problems
}

export function count(sites: readonly Site[], planned: Report, gatedRun: Report): ConversionNumbers {
  const mine = planned.decisions.filter(({ transform }) => transform === 'unstable-cache')
  const places = new Set(sites.map(({ file, line }) => `${file}:${line}`))
  const numbers: ConversionNumbers = {
    uses: sites.filter(({ kind }) => kind === 'call').length,
    users: mine.filter(({ file, line }) => !places.has(`${file}:${line}`)).length,
  }
  for (const { action, rule } of mine) {
    const key = `${action} ${rule}`
    numbers[key] = (numbers[key] ?? 0) + 1
  }
  numbers.gated = gatedRun.decisions.filter(
    ({ transform, rule }) => transform === 'unstable-cache' && rule === 'flag',
  ).length
  numbers.findings = planned.findings.length
  numbers.failed = planned.failures.length
  return numbers
}

/** Source files with an import whose last part is the name of a changed file (or of its folder, for an index file). */
function importersOf(texts: ReadonlyMap<string, string>, changed: readonly string[]): string[] {
  const stems = changed.map((file) => {
    const stem = file.replace(/\.\w+$/, '')
    return path.posix.basename(stem.endsWith('/index') ? path.posix.dirname(stem) : stem)
  })
  if (stems.length === 0) return []
  const words = [...new Set(stems)].map((stem) => stem.replace(/[^\w-]/g, '\\$&')).join('|')
  const wanted = new RegExp(`from\\s*['"][^'"]*/(?:${words})(?:/index)?(?:\\.js)?['"]`)
  return [...texts]
    .filter(([file, text]) => !changed.includes(file) && wanted.test(text))
    .map(([file]) => file)
}
