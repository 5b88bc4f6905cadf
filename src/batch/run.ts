import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Outcome } from '../report/fleet/types.js'
import { UsageError } from '../workspace/types.js'
import type { Phase } from './context.js'
import { type Folders, foldersIn, lock, makeFolders, removeWork } from './folders.js'
import { beginJournal, continueJournal, type Journal, readJournal } from './journal.js'
import { inParallel } from './pool.js'
import { workOn } from './repository.js'
import type { Entry, Limits, Result, Settings } from './types.js'

export interface BatchOptions {
  entries: readonly Entry[]
  settings: Settings
  limits: Limits
  /** Output folder, absolute. */
  out: string
  resume: boolean
  /** Starts retag: the command and what comes before its arguments. */
  program: readonly string[]
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  events: BatchEvents
}

export interface BatchEvents {
  /** A repository enters a phase; `worker` counts from 0. */
  phase(entry: Entry, phase: Phase, worker: number): void
  /** A repository has ended, and the journal has it. */
  ended(result: Result, worker: number): void
}

/** Outcomes that another try may change. */
const again: readonly Outcome[] = ['failed', 'timed-out']

/**
 * Works on all repositories and keeps a journal.
 *
 * @returns one result for each entry, in their order; those of the run before where it is resumed
 * @throws UsageError where the output folder holds another run; the reason of the signal where it was ended
 */
export async function runBatch(options: BatchOptions): Promise<Result[]> {
  const folders = foldersIn(options.out)
  const unlock = lock(folders)
  try {
    const { journal, results } = openJournal(options, folders)
    try {
      makeFolders(folders)
      await workOnAll(options, folders, journal, results)
      journal.finish()
    } finally {
      journal.close()
      removeWork(folders)
    }
    return options.entries.map(({ key }) => {
      const result = results.get(key)
      if (result === undefined) throw new Error('a repository has no result')
      return result
    })
  } finally {
    unlock()
  }
}

async function workOnAll(
  { entries, settings, limits, program, env, signal, events }: BatchOptions,
  folders: Folders,
  journal: Journal,
  results: Map<string, Result>,
): Promise<void> {
  const open = entries.filter(({ key }) => !results.has(key))
  // Node 22 keeps compiled code there for the next process; older ones do not know the variable.
  const warm = { NODE_COMPILE_CACHE: join(folders.work, 'compiled'), ...env }
  await inParallel(open, limits.concurrency, async (entry, worker) => {
    signal.throwIfAborted()
    const result = await workOn(entry, {
      settings,
      limits,
      folders,
      program,
      env: warm,
      signal,
      onPhase: (phase) => events.phase(entry, phase, worker),
    })
    journal.add(result)
    results.set(entry.key, result)
    events.ended(result, worker)
  })
}

function openJournal(
  { settings, resume }: BatchOptions,
  folders: Folders,
): { journal: Journal; results: Map<string, Result> } {
  // Hashed, because a verify command may hold a token.
  const text = createHash('sha256').update(JSON.stringify(settings)).digest('hex')
  const before = readJournal(folders.journal)
  if (!resume) {
    if (before !== null && !before.finished) {
      throw new UsageError(
        `${folders.out} holds a run that was stopped. Use --resume to go on with it, or choose another --out.`,
      )
    }
    return { journal: beginJournal(folders.journal, text), results: new Map() }
  }
  if (before === null) return { journal: beginJournal(folders.journal, text), results: new Map() }
  if (before.settings !== text) {
    throw new UsageError(
      `${folders.out} holds a run with other flags. Resume it with the same ones, or choose another --out.`,
    )
  }
  const kept = [...before.results].filter(([, { outcome }]) => !again.includes(outcome))
  return { journal: continueJournal(folders.journal, before), results: new Map(kept) }
}
