import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ChangedFile } from './lines.js'
import type { Measured } from './measure.js'
import type { Problem } from './problem.js'
import { type Report, readReport } from './report.js'
import { type Snapshot, writtenBetween } from './tree.js'

/** What a run of the command printed; null where that is no report. 0 is done, 3 is done but for files that the report names. */
export function reportOf(check: Problem['check'], run: Measured, problems: Problem[]): Report | null {
  const say = (message: string) => problems.push({ check, where: `exit ${run.exitCode}`, message })
  if (run.exitCode !== 0 && run.exitCode !== 3) {
    say(errorLine(run.stderr))
    return null
  }
  try {
    const report = readReport(run.stdout)
    if (run.exitCode === 3 && report.failures.length === 0) say('the report names no failed file')
    return report
  } catch (error) {
    say((error as Error).message)
    return null
  }
}

/** The message of a crash stands above its stack, that of an orderly end in the last line. */
function errorLine(stderr: string): string {
  const lines = stderr.trim().split('\n')
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1) ?? ''
}

export function expectNothingWritten(
  check: Problem['check'],
  before: Snapshot,
  after: Snapshot,
  problems: Problem[],
): void {
  for (const where of writtenBetween(before, after)) problems.push({ check, where, message: 'was written' })
}

/** Both texts of each file that a run wrote in its copy of a checkout. */
export function changedFiles(
  checkout: string,
  copy: string,
  written: readonly string[],
  problems: Problem[],
): ChangedFile[] {
  const changed: ChangedFile[] = []
  for (const file of written) {
    const [from, to] = [path.join(checkout, file), path.join(copy, file)]
    if (!existsSync(from) || !existsSync(to)) {
      problems.push({ check: 'run', where: file, message: existsSync(to) ? 'was added' : 'was removed' })
      continue
    }
    const before = readFileSync(from, 'utf8')
    const after = readFileSync(to, 'utf8')
    if (before === after)
      problems.push({ check: 'run', where: file, message: 'was written without a change' })
    else changed.push({ file, before, after })
  }
  return changed
}
