import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileChange } from '../../plan/types.js'
import { askChild, firstLine, ProcessError, runNode } from '../run-node.js'
import { formatTogether } from './batch.js'
import { settingsOf } from './config.js'
import type { FormatMode, Formatter } from './types.js'

/** Of one file: the new text, null where the formatter leaves it to us, or why there is none. */
export type Answer = { text: string | null } | { error: string }

/** How long one run of a formatter may take, in milliseconds. */
const patience = 60_000
/** Processes of a native formatter at a time. */
const hands = 4
/** From so many files on, a native formatter gets them all at once. */
const many = 6

export interface Job {
  formatter: Formatter
  /** Absolute path of the tree. */
  root: string
  mode: FormatMode
  changes: readonly FileChange[]
}

/**
 * Formats the new texts of the files whose old text was clean.
 *
 * @returns one answer per change, in their order
 * @throws ProcessError where the formatter could not be run at all
 */
export async function runFormatter(job: Job): Promise<Answer[]> {
  return job.formatter.tool === 'prettier' ? await runPrettier(job) : await runNative(job)
}

/** One process for all files: starting Prettier takes longer than formatting with it. */
async function runPrettier({ formatter, root, mode, changes }: Job): Promise<Answer[]> {
  const settings = settingsOf(formatter)
  const folder = mkdtempSync(join(tmpdir(), 'retag-format-'))
  try {
    const copy = join(folder, '.prettierrc.json')
    if (settings.kind === 'value') writeFileSync(copy, JSON.stringify(settings.value))
    const pinned = settings.kind === 'file' ? settings.file : settings.kind === 'value' ? copy : null
    const question = {
      package: formatter.package,
      config: mode === 'trust' && formatter.config !== null ? null : pinned,
      plugins: mode === 'trust',
      ignore: [...new Set([root, formatter.folder])]
        .map((one) => join(one, '.prettierignore'))
        .filter((file) => existsSync(file)),
      files: changes.map(({ file, before, after }) => ({ file: join(root, file), before, after })),
    }
    return (await askChild('format-prettier', question, {
      cwd: formatter.folder,
      timeout: patience,
    })) as Answer[]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Biome and oxfmt take one text each from standard input, or a folder with many. */
async function runNative({ formatter, root, changes }: Job): Promise<Answer[]> {
  const script = binOf(formatter)
  if (changes.length >= many) {
    const together = await formatTogether({ formatter, root, changes }, script, patience)
    if (together !== null) return together
  }
  const answers: Answer[] = changes.map(() => ({ text: null }))
  let next = 0
  const work = async (): Promise<void> => {
    while (next < changes.length) {
      const index = next++
      const change = changes[index]
      if (change) answers[index] = await formatOne({ formatter, script }, join(root, change.file), change)
    }
  }
  await Promise.all(Array.from({ length: Math.min(hands, changes.length) }, work))
  return answers
}

interface Command {
  formatter: Formatter
  script: string
}

async function formatOne(command: Command, file: string, { before, after }: FileChange): Promise<Answer> {
  const clean = await printed(command, file, before)
  if ('error' in clean || clean.text !== before) return { text: null }
  return await printed(command, file, after)
}

async function printed(
  { formatter: { tool, folder }, script }: Command,
  file: string,
  input: string,
): Promise<Answer> {
  const args = tool === 'biome' ? ['format', `--stdin-file-path=${file}`] : [`--stdin-filepath=${file}`]
  const { code, stdout, stderr } = await runNode(script, args, { cwd: folder, input, timeout: patience })
  return code === 0 ? { text: stdout } : { error: firstLine(stderr) ?? `it ended with code ${code}` }
}

function binOf({ package: path, tool }: Formatter): string {
  const { bin } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>
  }
  const script = typeof bin === 'string' ? bin : bin?.[tool]
  if (script === undefined) throw new ProcessError(`the package in ${path} has no program`)
  return join(path, script)
}
