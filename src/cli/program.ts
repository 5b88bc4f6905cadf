import { Command, CommanderError, Option } from 'commander'
import type { ChoiceFlags } from '../config/merge.js'
import { packageVersion } from '../config/package-root.js'
import { UsageError } from '../workspace/types.js'
import { addBatchCommands, type BatchRequest } from './batch-command.js'

/** Flags that say which files are looked at and by which rules; `migrate` and `explain` share them. */
export interface SharedFlags extends ChoiceFlags {
  config?: string
}

export interface MigrateFlags extends SharedFlags {
  dryRun?: boolean
  dry?: boolean
  print?: boolean
  check?: boolean
  failOn?: string[]
  json?: boolean
  report?: string[]
  verify?: boolean
  format?: string
  filesFrom?: string
  include?: string[]
  exclude?: string[]
  interactive?: boolean
  yes?: boolean
  force?: boolean
}

/** `retag plan`: which files, by which rules, and where the plan goes. */
export interface PlanFlags
  extends SharedFlags,
    Pick<MigrateFlags, 'report' | 'filesFrom' | 'include' | 'exclude' | 'interactive' | 'force'> {
  output?: string
}

/** `retag apply`: nothing is decided any more, so only how it is written and told. */
export type ApplyFlags = Pick<
  MigrateFlags,
  'dryRun' | 'dry' | 'print' | 'json' | 'report' | 'verify' | 'format' | 'failOn' | 'yes' | 'force'
>

/** `retag routes`: nothing is decided. */
export type RoutesFlags = Pick<MigrateFlags, 'config' | 'json'>

/** What the person asked for. */
export type Request =
  | { command: 'migrate'; paths: string[]; flags: MigrateFlags }
  | { command: 'explain'; target: string; flags: SharedFlags }
  | { command: 'list' }
  | { command: 'routes'; paths: string[]; flags: RoutesFlags }
  | { command: 'plan'; paths: string[]; flags: PlanFlags }
  | { command: 'apply'; plan: string; path: string | undefined; flags: ApplyFlags }
  | BatchRequest
  /** Text that commander wrote itself: help or the version. */
  | { command: 'show'; text: string }

const examples = `
Examples:
  npx retag --dry-run            what would change, and why
  npx retag --dry-run --print    the same with the diff
  npx retag apps/web             change one app
  npx retag --check              for CI: exit 1 when something would change
  npx retag explain app/x.ts:12  the evidence behind one line
  npx retag routes               each route, what it reads, and the tags of that
  npx retag plan -o plan.json    decide now, read it; then: npx retag apply plan.json

Exit codes: 0 done, 1 --check or --fail-on, 2 bad usage, config or no files, 3 some files failed.
DRY_RUN=true in the environment works like --dry-run.`

/**
 * Reads the command line.
 *
 * @param argv without `node` and the script.
 * @throws UsageError for anything that is not a valid command line.
 */
export function parse(argv: string[]): Request {
  let request: Request | undefined
  let text = ''
  const program = build((found) => {
    request = found
  })
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride().configureOutput({
      writeOut: (written) => {
        text += written
      },
      // Errors are told once, by run(), from what commander throws.
      writeErr: () => {},
    })
  }
  try {
    program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { command: 'show', text }
    throw new UsageError(usageMessage(error))
  }
  if (request === undefined) throw new Error('commander ran no command')
  return request
}

function build(found: (request: Request) => void): Command {
  const program = new Command('retag')
    .description(
      'Moves Next.js code from legacy cache invalidation to Next.js 16.\nDecides each call by who can run it, rewrites what is proven, and lists the rest.',
    )
    .usage('[path...] [options]')
    .argument('[path...]', 'files or folders; the current folder when none is given')
    .enablePositionalOptions()
    .helpOption('-h, --help', 'show this help')
    .version(packageVersion(), '-V, --version', 'show the version')
    .helpCommand(false)
    .addHelpText('after', examples)
  program
    .option('-d, --dry-run', 'write no file (also: --dry)')
    .addOption(new Option('--dry').hideHelp())
    .option('-p, --print', 'show the diff on stdout')
    .option(...interactiveOption)
    .option('--check', 'write no file; exit 1 if something would change')
    .option('--fail-on <what>', 'exit 1 on: error, review, changed; repeatable, or with commas', collect)
    .option('--json', 'the report as JSON on stdout')
    .option(...reportOption)
    .option(...verifyOption)
    .option(...formatOption)
  addChoices(program)
  addSelection(program)
  program
    .option('-y, --yes', 'do not ask before writing')
    .option('--force', 'write even where git could not bring the old text back')
    .action((paths: string[], flags: MigrateFlags) => found({ command: 'migrate', paths, flags }))

  const explain = program
    .command('explain')
    .argument('<file:line>', 'a line that calls the cache API')
    .description('show why a line is decided as it is: every way that leads to it')
    .helpOption('-h, --help', 'show this help')
  addChoices(explain)
  explain.action((target: string, flags: SharedFlags) => {
    refuseFlagsBefore(program, 'explain')
    found({ command: 'explain', target, flags })
  })
  program
    .command('list')
    .description('list the transforms and the findings')
    .helpOption('-h, --help', 'show this help')
    .action(() => {
      refuseFlagsBefore(program, 'list')
      found({ command: 'list' })
    })
  program
    .command('routes')
    .argument('[path...]', 'files or folders; the current folder when none is given')
    .description('show each route: static or dynamic, what it reads, and the tags of that')
    .helpOption('-h, --help', 'show this help')
    .option('--json', 'the same as JSON on stdout')
    .option(...configOption)
    .action((paths: string[], flags: RoutesFlags) => {
      refuseFlagsBefore(program, 'routes')
      found({ command: 'routes', paths, flags })
    })
  addPlanCommands(program, found)
  addBatchCommands(program, {
    found,
    addChoices: addRules,
    refuseFlagsBefore: (name) => refuseFlagsBefore(program, name),
  })
  return program
}

function addPlanCommands(program: Command, found: (request: Request) => void): void {
  const plan = program
    .command('plan')
    .argument('[path...]', 'files or folders; the current folder when none is given')
    .description('decide and store the decisions, which `retag apply` carries out; writes nothing else')
    .helpOption('-h, --help', 'show this help')
    .option('-o, --output <file>', 'where the plan goes; stdout when absent')
    .option(...interactiveOption)
    .option(...reportOption)
  addChoices(plan)
  addSelection(plan)
  plan
    .option('--force', 'write over a file that is no plan, and reports into the tree')
    .action((paths: string[], flags: PlanFlags) => {
      refuseFlagsBefore(program, 'plan')
      found({ command: 'plan', paths, flags })
    })
  program
    .command('apply')
    .argument('<plan>', 'a plan that `retag plan` has stored; actions in it may have been changed')
    .argument('[folder]', 'the tree; that of the current folder when absent')
    .description('carry out a stored plan; files that have changed since are refused')
    .helpOption('-h, --help', 'show this help')
    .option('-d, --dry-run', 'write no file (also: --dry)')
    .addOption(new Option('--dry').hideHelp())
    .option('-p, --print', 'show the diff on stdout')
    .option('--fail-on <what>', 'exit 1 on: error, review, changed; repeatable, or with commas', collect)
    .option('--json', 'the report as JSON on stdout')
    .option(...reportOption)
    .option(...verifyOption)
    .option(...formatOption)
    .option('-y, --yes', 'do not ask before writing')
    .option('--force', 'write even where git could not bring the old text back')
    .action((file: string, path: string | undefined, flags: ApplyFlags) => {
      refuseFlagsBefore(program, 'apply')
      found({ command: 'apply', plan: file, path, flags })
    })
}

const interactiveOption = ['-i, --interactive', 'decide one by one what needs a person'] as const

const reportOption = [
  '--report <format>=<file>',
  'write a report; repeatable; formats: html, json, markdown, patch, sarif',
  collect,
] as const

const verifyOption = [
  '--verify',
  "check the types before and after with the project's TypeScript; take back what makes new errors",
] as const

const formatOption = [
  '--format <how>',
  "the repository's own formatter: auto (default) where nothing of the repository is run for it, trust, none",
] as const

const configOption = ['--config <file>', 'use this config; a module may be run for it'] as const

function addSelection(command: Command): void {
  command
    .option('--files-from <file>', 'look only at the files listed there, one per line; - is stdin')
    .option('--include <glob>', 'look only at matching files; repeatable', collect)
    .option('--exclude <glob>', 'leave matching files out; repeatable', collect)
}

function addChoices(command: Command): void {
  addRules(command)
  command.option(...configOption)
}

function addRules(command: Command): void {
  command
    .option('-t, --transform <id...>', 'run only these transforms (see `retag list`)')
    .option('--skip <id...>', 'leave these transforms out')
    .option('--profile <name>', "outside Server Actions: 'max' (default), expire-0 or a cacheLife profile")
    .option('--mixed <how>', 'where Server Actions and others meet: expire-0 (default), max or review')
    .option('--fix-misuse', 'also rewrite updateTag that can run outside a Server Action')
    .option('--unstable-cache <which>', "which become 'use cache' functions: cookies (default) or all")
    .option(
      '--use-cache-flag <name>',
      "what switches 'use cache' on: useCache (default), cacheComponents or none",
    )
    .option('--create-tag-helpers', 'collect tags that are written by hand into tag helpers')
    .option('--refresh', 'in Server Actions, refresh() where the page reads nothing from a cache')
}

/** `retag --check list` would silently do less than it says. */
function refuseFlagsBefore(program: Command, name: string): void {
  const flag = program.options.find(
    (option) => program.getOptionValueSource(option.attributeName()) !== undefined,
  )
  if (flag !== undefined) {
    throw new UsageError(`${flag.long} has no meaning before \`${name}\`. Put options after it.`)
  }
}

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** `error: unknown option '--x'\n(Did you mean --y?)` as one line with a remedy. */
function usageMessage(error: CommanderError): string {
  const text = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ')
  const said = text.replace(/\s*\(Did you mean (.+?)\?\)$/, '. Did you mean $1?')
  const sentence = said.charAt(0).toUpperCase() + said.slice(1)
  return `${/[.?]$/.test(sentence) ? sentence : `${sentence}.`} \`retag --help\` lists every option.`
}
