import { Command } from 'commander'
import { UsageError } from '../workspace/types.js'
import type { SharedFlags } from './program.js'

export interface BatchFlags extends Omit<SharedFlags, 'config'> {
  apply?: boolean
  dryRun?: boolean
  branch: string
  push?: boolean
  pr?: boolean
  forge?: string
  author?: string
  trust?: boolean
  verifyCommand?: string
  concurrency?: string
  memory?: string
  timeout?: string
  out: string
  resume?: boolean
  json?: boolean
  report?: string[]
}

export interface MergeFlags {
  json?: boolean
  report?: string[]
}

export type BatchRequest =
  /** `choices` are the flags that each run of retag gets. */
  | { command: 'batch'; manifest: string; flags: BatchFlags; choices: string[] }
  | { command: 'merge'; files: string[]; flags: MergeFlags }

interface Helpers {
  found(request: BatchRequest): void
  /** Adds the flags that say by which rules is decided; the config belongs to a repository, and the manifest names it. */
  addChoices(command: Command): void
  refuseFlagsBefore(name: string): void
}

const fleetReportOption = [
  '--report <format>=<file>',
  'write a report over all; repeatable; formats: csv, html, json, markdown',
  (value: string, before: string[] | undefined) => [...(before ?? []), value],
] as const

/** Adds `retag batch` and `retag report merge`. */
export function addBatchCommands(program: Command, { found, addChoices, refuseFlagsBefore }: Helpers): void {
  const batch = program
    .command('batch')
    .argument('<repos>', 'repos.yml, or a list with one path or git URL per line; - is stdin')
    .description('work on many repositories; a dry run unless --apply is given')
    .helpOption('-h, --help', 'show this help')
    .option('-d, --dry-run', 'change no repository (the default)')
    .option('--apply', 'make a branch with one commit in each repository that changes')
    .option('--branch <name>', 'the branch to make', 'retag/next-16')
    .option('--push', 'push the branch to where the repository comes from')
    .option('--pr', 'open or update a pull request with gh or glab')
    .option('--forge <program>', 'gh or glab, where the host does not tell')
    .option('--author <name and address>', 'who commits: "Name <address>"; the identity of git by default')
    .option('--trust', 'let programs of the repositories run: configs, the verify command')
    .option('--verify-command <command>', 'run this in each changed clone, commit only if it ends well')
    .option('--concurrency <number>', 'repositories at a time; by CPUs and memory')
    .option('--memory <megabytes>', 'most memory for one repository', '2048')
    .option('--timeout <seconds>', 'most time for one repository', '600')
    .option('--out <folder>', 'reports, journal and clones', 'retag-batch')
    .option('--resume', 'go on with the run in that folder; what failed is tried again')
    .option('--json', 'the report over all as JSON on stdout')
    .option(...fleetReportOption)
  addChoices(batch)
  batch.action((manifest: string, flags: BatchFlags) => {
    refuseFlagsBefore('batch')
    found({ command: 'batch', manifest, flags, choices: choiceArguments(flags, addChoices) })
  })
  const report = program
    .command('report')
    .description('work with reports: `retag report merge`')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .action(() => {
      throw new UsageError('report alone does nothing. Use `retag report merge <files...>`.')
    })
  report
    .command('merge')
    .argument('<files...>', 'JSON reports of retag, of one repository or of a fleet; folders of such')
    .description('fold the reports of many repositories into one')
    .helpOption('-h, --help', 'show this help')
    .option('--json', 'the report over all as JSON on stdout')
    .option(...fleetReportOption)
    .action((files: string[], flags: MergeFlags) => {
      refuseFlagsBefore('report')
      found({ command: 'merge', files, flags })
    })
}

/** The choices among the flags, as arguments of another run. */
function choiceArguments(flags: BatchFlags, addChoices: Helpers['addChoices']): string[] {
  const scratch = new Command()
  addChoices(scratch)
  const given = flags as unknown as Record<string, unknown>
  return scratch.options.flatMap((option) => {
    const value = given[option.attributeName()]
    const name = option.long ?? ''
    if (value === undefined || value === false) return []
    if (value === true) return [name]
    return [value].flat().flatMap((one) => [name, String(one)])
  })
}
