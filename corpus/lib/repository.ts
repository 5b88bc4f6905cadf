import { readFileSync } from 'node:fs'
import path from 'node:path'
import { countPaths, countReport, type Numbers } from './count.js'
import { checkDecisions, compareRuns } from './decisions.js'
import { changedLines, checkLines, hunksOf } from './lines.js'
import { measure } from './measure.js'
import type { Problem } from './problem.js'
import { changedFiles, expectNothingWritten, reportOf } from './runs.js'
import { compareSites, reexports, type Site, sitesIn } from './sites.js'
import { checkSyntax } from './syntax.js'
import { copyTree, remove, snapshot, sourceFiles, temporaryFolder, writtenBetween } from './tree.js'
import { checkTypes } from './types.js'

export interface RepositoryResult {
  /** `owner/name`. */
  name: string
  /** Null when the tool gave no report. */
  numbers: Numbers | null
  /** Of the dry run. */
  seconds: number
  megabytes: number | null
  /** Calls of `revalidatePath` by action and rule: `keep root`. */
  paths: Readonly<Record<string, number>>
  /** One-argument `revalidateTag` calls by the independent scan. */
  oneArgument: number
  problems: Problem[]
}

/**
 * Runs the built command on a copy of one checkout: a dry run, the migration, a second run; and checks what each of
 * them left on disk. The checkout itself is only read.
 *
 * @param checkout absolute path of the tree
 * @param bin absolute path of the built command
 */
export async function runRepository(name: string, checkout: string, bin: string): Promise<RepositoryResult> {
  const scratch = temporaryFolder()
  try {
    const copy = path.join(scratch, 'tree')
    copyTree(checkout, copy)
    return await runCopy(name, checkout, copy, bin, scratch)
  } finally {
    remove(scratch)
  }
}

async function runCopy(
  name: string,
  checkout: string,
  copy: string,
  bin: string,
  scratch: string,
): Promise<RepositoryResult> {
  const problems: Problem[] = []
  const { sites, oneArgument } = scan(checkout, problems)
  const call = (flags: string[]) => measure([bin, ...flags, '--json'], { cwd: copy, scratch })

  const start = snapshot(copy)
  const dry = await call(['--dry-run'])
  const afterDry = snapshot(copy)
  expectNothingWritten('dry run', start, afterDry, problems)
  const planned = reportOf('dry run', dry, problems)

  const applied = reportOf('run', await call(['--yes', '--force']), problems)
  const afterApply = snapshot(copy)
  const changed = changedFiles(checkout, copy, writtenBetween(start, afterApply), problems)

  const second = reportOf('second run', await call(['--yes', '--force']), problems)
  expectNothingWritten('second run', afterApply, snapshot(copy), problems)

  const paths = countPaths(planned?.decisions ?? [])
  const result = { name, seconds: dry.seconds, megabytes: dry.megabytes, paths, oneArgument, problems }
  if (planned === null || applied === null || second === null) return { ...result, numbers: null }
  if (second.counts.changed !== 0) {
    const message = `the report counts ${second.counts.changed} changed files`
    problems.push({ check: 'second run', where: name, message })
  }
  if (applied.counts.changed !== changed.length) {
    const message = `the report counts ${applied.counts.changed} changed files, on disk ${changed.length} changed`
    problems.push({ check: 'run', where: name, message })
  }
  problems.push(
    ...checkDecisions(planned),
    ...compareRuns(planned, applied),
    ...compareSites(sites, planned.decisions),
    ...changed.flatMap((file) => checkLines(file, planned.decisions)),
    ...changed.flatMap(checkSyntax),
    ...checkTypes(changed, planned.decisions),
  )
  const lines = changed.reduce((sum, file) => sum + changedLines(hunksOf(file.before, file.after)), 0)
  return { ...result, numbers: countReport(planned, { files: changed.length, lines }) }
}

/** The independent look at a checkout; barrels are problems to look at, because the scan does not follow them. */
export function scan(checkout: string, problems: Problem[]): { sites: Site[]; oneArgument: number } {
  const sites: Site[] = []
  for (const file of sourceFiles(checkout)) {
    const bytes = readFileSync(path.join(checkout, file))
    if (!bytes.includes('next/')) continue
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
    if (!/next\/(cache|dist)/.test(text)) continue
    sites.push(...sitesIn(file, text))
    for (const line of reexports(file, text)) {
      problems.push({
        check: 'sites',
        where: `${file}:${line}`,
        message: 'passes next/cache on: count by hand',
      })
    }
  }
  const oneArgument = sites.filter((site) => site.name === 'revalidateTag' && site.args === 1).length
  return { sites, oneArgument }
}
