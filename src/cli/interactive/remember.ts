import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { applyChanges } from '../../apply/write.js'
import { keyForConfig } from '../../config/merge.js'
import { withDecisions } from '../../config/save.js'
import { fileOfKey } from '../../plan/choices/key.js'
import { oneLine } from '../../report/one-line.js'
import { count } from '../../report/words.js'
import { UsageError } from '../../workspace/types.js'
import { colorsFor, emit, type Io, OutputError } from '../io.js'
import { offer } from '../prompt.js'
import type { Prepared } from '../setup.js'
import type { Decided } from './index.js'

/**
 * Does what was decided, then offers to keep the answers; also where it is refused, such as in a dirty tree: nobody wants
 * to be asked twice.
 */
export async function remembering(
  prepared: Prepared,
  decided: Decided,
  io: Io,
  carry: () => Promise<number>,
): Promise<number> {
  try {
    const code = await carry()
    await remember(prepared, decided, io)
    return code
  } catch (error) {
    if (error instanceof UsageError) await remember(prepared, decided, io)
    throw error
  }
}

/**
 * Offers to keep the answers in the config, so that the next run does not ask again. A JSON config is extended, or made
 * where there is none; for a module, the lines to add are shown. Rewrites that were written need not be remembered.
 *
 * @throws OutputError where the config cannot be written
 */
export async function remember({ analysis, config }: Prepared, decided: Decided, io: Io): Promise<void> {
  const { root } = analysis.workspace
  const answers = notYetDone(decided, root)
  const number = Object.keys(answers).length
  if (number === 0) return
  const file = config?.file ?? join(root, 'retag.config.json')
  const prefix = config?.prefix ?? ''
  const placed = Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [keyForConfig(key, prefix), answer]),
  )
  const shown = relative(io.cwd, file) || file
  if (extname(file) !== '.json') {
    await emit(io.stderr, snippet(shown, placed, io))
    return
  }
  const question = `Keep ${count(number, 'answer')} in ${shown}, so that the next run does not ask again?`
  if (!(await offer(io, question))) return
  save(file, shown, placed)
  await emit(io.stderr, `${count(number, 'answer')} kept in ${shown}.\n`)
}

/** What leaves its place as it is, and rewrites that were not written (a dry run, or a no at the last question). */
function notYetDone({ result, answers }: Decided, root: string): Record<string, string> {
  const written = new Set(
    result.changes
      .filter(({ file, before }) => existsSync(join(root, file)) && textOf(join(root, file)) !== before)
      .map(({ file }) => file),
  )
  const isDone = ([key, answer]: [string, string]): boolean => !isLeft(answer) && written.has(fileOfKey(key))
  return Object.fromEntries(Object.entries(answers).filter((entry) => !isDone(entry)))
}

function isLeft(answer: string): boolean {
  return /^keep(?: -- |$)/.test(answer)
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
}

function save(file: string, shown: string, answers: Record<string, string>): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : null
  const after = withDecisions(before, answers)
  const change = { file: basename(file), before: before ?? '', after, decisions: [] }
  const [failure] = applyChanges(dirname(file), [change]).failures
  if (failure) throw new OutputError(`${shown} ${failure.message}. The answers were not kept.`)
}

function snippet(shown: string, answers: Record<string, string>, io: Io): string {
  const { bold } = colorsFor(io.stderr, io.env)
  const rows = Object.entries(answers).map(([key, answer]) => `    ${quoted(key)}: ${quoted(answer)},`)
  return [
    '',
    bold(`Add this to ${oneLine(shown)}, so that the next run does not ask again:`),
    '',
    '  decisions: {',
    ...rows,
    '  },',
    '',
    '',
  ].join('\n')
}

/** A string of JavaScript; what would steer the terminal is escaped. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return `'${oneLine(escaped)}'`
}
