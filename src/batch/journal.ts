import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Result } from './types.js'

const version = 1

/** A file of lines, each a JSON value: first what the run is about, then one line for each repository that ended. */
export interface Journal {
  /** Appends a result; it is on the disk when this returns. */
  add(result: Result): void
  /** Says that every repository has ended. */
  finish(): void
  close(): void
}

export interface JournalContents {
  /** Text that names the settings of the run. */
  settings: string
  /** The last result of each repository, by key. */
  results: Map<string, Result>
  finished: boolean
  /** Length in bytes of the whole lines: what comes behind was being written when the run was stopped. */
  length: number
}

type Line =
  | { type: 'batch'; version: number; settings: string }
  | ({ type: 'result' } & Result)
  | { type: 'finished' }

/**
 * Reads a journal. A line that was not written to its end counts as not written.
 *
 * @returns null where there is none, or not even its first line is whole
 */
export function readJournal(file: string): JournalContents | null {
  const bytes = readOrNull(file)
  if (bytes === null) return null
  const length = bytes.lastIndexOf(0x0a) + 1
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1).map(parseLine)
  const [first, ...rest] = lines
  if (first?.type !== 'batch' || first.version !== version) return null
  const results = new Map<string, Result>()
  let finished = false
  for (const line of rest) {
    if (line?.type === 'result') {
      const { type: _, ...result } = line
      results.set(result.key, result)
    }
    finished = line?.type === 'finished'
  }
  return { settings: first.settings, results, finished, length }
}

function parseLine(line: string): Line | null {
  try {
    return JSON.parse(line) as Line
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
}

/** Begins a journal; what stood in the file is gone. */
export function beginJournal(file: string, settings: string): Journal {
  const journal = journalOn(openSync(file, 'w'))
  journal.write({ type: 'batch', version, settings })
  return journal
}

/** Goes on with a journal, behind its last whole line. */
export function continueJournal(file: string, { length }: JournalContents): Journal {
  const descriptor = openSync(file, 'r+')
  ftruncateSync(descriptor, length)
  return journalOn(descriptor, length)
}

function journalOn(descriptor: number, length = 0): Journal & { write(line: Line): void } {
  let end = length
  function write(line: Line): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, end + done)
    fsyncSync(descriptor)
    end += bytes.length
  }
  return {
    write,
    add: (result) => write({ type: 'result', ...result }),
    finish: () => write({ type: 'finished' }),
    close: () => closeSync(descriptor),
  }
}
