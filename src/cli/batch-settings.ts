import { availableParallelism, freemem } from 'node:os'
import { gitProblem, parseIdentity, personOf } from '../batch/git/identity.js'
import { isBranchName } from '../batch/manifest/branch.js'
import type { ForgeProgram, Identity, Limits, Settings } from '../batch/types.js'
import { mergeChoices } from '../config/merge.js'
import { UsageError } from '../workspace/types.js'
import type { BatchFlags } from './batch-command.js'
import { isDryByEnvironment } from './carry-out.js'
import type { Io } from './io.js'

/** Milliseconds before the second and the third try after a network error. */
const backoff = [1_000, 5_000]

/** Of the memory that is free, what the processes of repositories may take together. */
const memoryShare = 0.8

/**
 * Limits as the flags have them; `concurrency` is null where it is to be found out.
 *
 * @throws UsageError for what is no number
 */
export function limitsOf(flags: BatchFlags): Omit<Limits, 'concurrency'> & { concurrency: number | null } {
  return {
    concurrency: flags.concurrency === undefined ? null : whole('--concurrency', flags.concurrency, 1, 1_000),
    memory: whole('--memory', flags.memory ?? '2048', 32, 1_000_000),
    timeout: whole('--timeout', flags.timeout ?? '600', 1, 1_000_000) * 1_000,
    backoff,
  }
}

/** As many as there are CPUs, and as the free memory has room for; at least one. */
export function defaultConcurrency(memory: number): number {
  // In a container the limit of that counts; without one it is 0 or larger than the machine.
  const constrained = process.constrainedMemory() ?? 0
  const free = constrained > 0 ? Math.min(constrained, freemem()) : freemem()
  return Math.max(1, Math.min(availableParallelism(), Math.floor((free * memoryShare) / (memory * 2 ** 20))))
}

/**
 * What is done to each repository, checked before anything is done.
 *
 * @param choices arguments for each run of retag
 * @returns with sentences that the person should read first
 * @throws UsageError for flags that do not go together, and where git cannot do what is asked
 */
export async function settingsOf(
  flags: BatchFlags,
  choices: string[],
  io: Io,
): Promise<{ settings: Settings; notes: string[] }> {
  mergeChoices({}, flags)
  requireTogether(flags)
  const wants = flags.apply === true
  const isDry = wants && isDryByEnvironment(io)
  const signal = new AbortController().signal
  const problem = await gitProblem(io.cwd, io.env, signal)
  if (problem !== null) throw new UsageError(problem)
  const apply = wants && !isDry
  return {
    settings: {
      apply,
      push: apply && flags.push === true,
      pr: apply && flags.pr === true,
      trust: flags.trust === true,
      verifyCommand: apply ? (flags.verifyCommand ?? null) : null,
      author: apply ? await authorOf(flags, io, signal) : null,
      forge: forgeOf(flags.forge),
      // No formatter of a repository runs unless it is trusted.
      choices: [...choices, '--format', flags.trust ? 'trust' : 'none'],
    },
    notes: isDry ? ['DRY_RUN is set in the environment: no repository is changed.'] : [],
  }
}

function requireTogether(flags: BatchFlags): void {
  if (flags.apply && flags.dryRun)
    throw new UsageError('--apply and --dry-run exclude each other. Leave one out.')
  const needs: [boolean, string, boolean, string][] = [
    [flags.push === true, '--push', flags.apply === true, '--apply'],
    [flags.pr === true, '--pr', flags.push === true, '--push'],
    [flags.verifyCommand !== undefined, '--verify-command', flags.trust === true, '--trust'],
    [flags.verifyCommand !== undefined, '--verify-command', flags.apply === true, '--apply'],
  ]
  for (const [is, flag, has, other] of needs) {
    if (is && !has) throw new UsageError(`${flag} needs ${other}. Add it, or leave ${flag} out.`)
  }
  if (!isBranchName(flags.branch)) {
    throw new UsageError(`--branch: "${flags.branch}" is no name of a branch. Use one such as retag/next-16.`)
  }
}

async function authorOf(flags: BatchFlags, io: Io, signal: AbortSignal): Promise<Identity> {
  if (flags.author !== undefined) {
    const author = parseIdentity(flags.author)
    if (author !== null) return author
    throw new UsageError(`--author cannot be "${flags.author}". Write it as "Name <address>".`)
  }
  const person = await personOf(io.cwd, io.env, signal)
  if (person !== null) return person
  throw new UsageError(
    'git does not know who commits. Use --author "Name <address>", or set user.name and user.email.',
  )
}

function forgeOf(name: string | undefined): ForgeProgram | null {
  if (name === undefined || name === 'gh' || name === 'glab') return name ?? null
  throw new UsageError(`--forge cannot be "${name}". Valid: gh, glab.`)
}

function whole(flag: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`${flag} cannot be "${text}". Give a whole number from ${least} to ${most}.`)
}
