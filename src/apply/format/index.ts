import type { FileChange } from '../../plan/types.js'
import type { Workspace } from '../../workspace/types.js'
import { EditError } from '../errors.js'
import { checkParses } from '../parse.js'
import { ProcessError } from '../run-node.js'
import { createFinder } from './find.js'
import { type Answer, runFormatter } from './run.js'
import { whyNotRun } from './trust.js'
import type { FormatMode, Formatter } from './types.js'

export { type FormatMode, formatModes } from './types.js'

export interface Formatted {
  changes: FileChange[]
  /** One sentence for each formatter that was not run, or failed. */
  notes: string[]
}

/**
 * Lays the new texts out as the repository's own Prettier, Biome or oxfmt would, where the old text of the file was
 * clean under it. Any other file, and any that the formatter fails on, keeps the text that it has.
 *
 * @param mode `auto` runs a formatter only where nothing of the repository itself is run for it: an installed package,
 *   a config that is data, no plug-ins; `trust` runs it as the repository has it; `none` runs nothing
 */
export async function formatChanges(
  workspace: Pick<Workspace, 'root' | 'git'>,
  changes: readonly FileChange[],
  mode: FormatMode,
): Promise<Formatted> {
  const texts = new Map<string, string>()
  const notes = new Set<string>()
  if (mode === 'none') return { changes: [...changes], notes: [] }
  for (const { formatter, own } of groups(workspace.root, changes)) {
    const open = own.filter(({ file, before, after }) => !texts.has(file) && before !== after)
    if (open.length === 0) continue
    const reason = whyNotRun(formatter, workspace, mode)
    if (reason !== null) notes.add(reason)
    else await format(formatter, open)
  }
  return {
    changes: changes.map((change) => ({ ...change, after: texts.get(change.file) ?? change.after })),
    notes: [...notes],
  }

  async function format(formatter: Formatter, open: FileChange[]): Promise<void> {
    const problems: string[] = []
    const answers = await answersOf(formatter, open)
    for (const [index, { file }] of open.entries()) {
      const answer = answers[index] ?? { text: null }
      const problem =
        'error' in answer ? answer.error : answer.text === null ? null : whyUnfit(file, answer.text)
      if (problem !== null) problems.push(problem)
      else if ('text' in answer && answer.text !== null) texts.set(file, answer.text)
    }
    const [first] = problems
    if (first === undefined) return
    const files = problems.length === 1 ? '1 file keeps' : `${problems.length} files keep`
    notes.add(`${formatter.tool} failed, so ${files} the layout that retag gave: ${first.split('\n')[0]}.`)
  }

  async function answersOf(formatter: Formatter, open: FileChange[]): Promise<Answer[]> {
    try {
      return await runFormatter({ formatter, root: workspace.root, mode, changes: open })
    } catch (error) {
      if (!(error instanceof ProcessError)) throw error
      return open.map(() => ({ error: error.message }))
    }
  }
}

/** Changes by formatter: those of one config are formatted together. */
function groups(root: string, changes: readonly FileChange[]): { formatter: Formatter; own: FileChange[] }[] {
  const find = createFinder(root)
  const found = new Map<string, { formatter: Formatter; own: FileChange[] }>()
  for (const change of changes) {
    for (const formatter of find(change.file)) {
      const key = JSON.stringify(formatter)
      const group = found.get(key) ?? { formatter, own: [] }
      found.set(key, group)
      group.own.push(change)
    }
  }
  return [...found.values()]
}

function whyUnfit(file: string, text: string): string | null {
  if (text.trim() === '') return 'it left nothing'
  try {
    checkParses(file, text)
    return null
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    return error.reason
  }
}
