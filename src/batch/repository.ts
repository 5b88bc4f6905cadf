import { mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf, outcomeOf } from '../report/fleet/digest.js'
import { count } from '../report/words.js'
import { analyse } from './analysis.js'
import type { Phase, RepositoryContext, StepContext } from './context.js'
import { deliver, gitFor } from './deliver.js'
import { makeClone } from './git/clone.js'
import { reason } from './redact.js'
import { credentialsOf, slugOf } from './source.js'
import { type Entry, RepositoryProblem, type Result } from './types.js'

/**
 * Does everything for one repository: clone, decide, and with `apply` change, verify, commit, push, pull request. What
 * goes wrong is its outcome.
 *
 * @returns the result, once nothing but reports and a kept clone is left on the disk
 * @throws the reason of the signal where the whole run is ended
 */
export async function workOn(entry: Entry, context: RepositoryContext): Promise<Result> {
  const begin = performance.now()
  const slug = slugOf(entry.source.name, entry.key)
  const result = emptyResult(entry)
  const deadline = AbortSignal.timeout(context.limits.timeout)
  const signal = AbortSignal.any([context.signal, deadline])
  let phase: Phase = 'cloning'
  const enter = (next: Phase): void => {
    phase = next
    context.onPhase(next)
  }
  // A folder of its own for each try: what a killed run left behind cannot get in the way.
  let folder: string | null = null
  try {
    folder = mkdtempSync(join(context.folders.work, `${slug.slice(0, 60)}-`))
    await steps(entry, result, { ...context, signal, folder, slug, enter })
  } catch (error) {
    context.signal.throwIfAborted()
    Object.assign(
      result,
      deadline.aborted ? timedOut(context.limits.timeout, phase) : failure(error, entry, context.folders.out),
    )
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { ...result, seconds: Math.round((performance.now() - begin) / 100) / 10 }
}

/** Fills in the result as it goes, so that a failure tells how far it came. */
async function steps(entry: Entry, result: Result, context: StepContext): Promise<void> {
  const { settings, folder, slug, enter, folders } = context
  const cloneFolder = join(folder, 'clone')
  const git = gitFor(entry.source, cloneFolder, context)
  enter('cloning')
  const clone = await makeClone(git, entry, cloneFolder, settings.verifyCommand !== null)
  result.base = clone.commit
  enter('deciding')
  const files = reportFiles(folder)
  const missing =
    clone.leftOut > 0 ? [`${count(clone.leftOut, 'file')} not looked at, missing in this partial clone`] : []
  const analysed = await analyse(entry, cloneFolder, {
    ...context,
    memory: context.limits.memory,
    files,
  }).catch((error: unknown) => {
    const isBlind = error instanceof RepositoryProblem && error.outcome === 'skipped' && missing.length > 0
    throw isBlind ? new RepositoryProblem('failed', `${error.message} (${missing.join()})`) : error
  })
  const digest = digestOf(analysed.report)
  const { outcome, reason: why } = outcomeOf(digest)
  const reasons = [...(why === null ? [] : [why]), ...missing]
  Object.assign(result, { outcome, reason: reasons.length > 0 ? reasons.join(', ') : null })
  Object.assign(result, { digest, megabytes: analysed.megabytes })
  result.reports = keepReports(files, folders.reports, slug)
  if (settings.apply && digest.files.changed > 0) await deliver(entry, result, clone, git, context)
}

function reportFiles(folder: string): { json: string; markdown: string; html: string } {
  return {
    json: join(folder, 'report.json'),
    markdown: join(folder, 'report.md'),
    html: join(folder, 'report.html'),
  }
}

/** Moves whole reports to their place; until then a place holds the reports of the run before, or nothing. */
function keepReports(files: ReturnType<typeof reportFiles>, folder: string, slug: string): Result['reports'] {
  renameSync(files.json, join(folder, `${slug}.json`))
  renameSync(files.markdown, join(folder, `${slug}.md`))
  renameSync(files.html, join(folder, `${slug}.html`))
  return { json: `reports/${slug}.json`, html: `reports/${slug}.html`, markdown: `reports/${slug}.md` }
}

function emptyResult({ key, source, labels }: Entry): Result {
  return {
    key,
    name: source.name,
    outcome: 'failed',
    reason: null,
    labels,
    base: null,
    branch: null,
    commit: null,
    destination: null,
    pullRequest: null,
    digest: null,
    reports: { json: null, html: null, markdown: null },
    seconds: 0,
    megabytes: null,
  }
}

function timedOut(timeout: number, phase: Phase): Pick<Result, 'outcome' | 'reason'> {
  return {
    outcome: 'timed-out',
    reason: `It took longer than the ${timeout / 1000} s of --timeout, and was ${phase} then.`,
  }
}

/** @param folder on the disk that the work was done on */
function failure(error: unknown, { source }: Entry, folder: string): Pick<Result, 'outcome' | 'reason'> {
  const isRefused = error instanceof RepositoryProblem
  const { code, message } = error as NodeJS.ErrnoException
  // What the disk or the system refuses is the fate of this repository; anything else is a mistake of ours.
  if (!isRefused && code === undefined) throw error
  const outcome = isRefused ? error.outcome : 'failed'
  // git only says what it could not write.
  const full = code === 'ENOSPC' || code === 'EDQUOT' || (outcome === 'failed' && isFull(folder))
  const why = full ? `The disk is full. Free some space. (${message})` : message
  return { outcome, reason: reason(why, credentialsOf(source)) }
}

const leastRoom = 256 * 1024

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastRoom
}
