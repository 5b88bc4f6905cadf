import { MultiBar, type SingleBar } from 'cli-progress'
import type { BatchEvents } from '../batch/run.js'
import type { Result } from '../batch/types.js'
import { oneLine } from '../report/one-line.js'
import { count } from '../report/words.js'
import type { Io } from './io.js'
import { colorsFor } from './io.js'

export interface BatchProgress extends BatchEvents {
  stop(): void
  /** How many repositories have ended in this run. */
  done(): number
}

const longestName = 60

/**
 * What a person sees while repositories are worked on: on a terminal a bar for all and a line for each that runs,
 * elsewhere a line for each that has ended.
 *
 * @param total of all repositories
 * @param workers how many run at the same time
 */
export function batchProgress(io: Io, total: number, workers: number): BatchProgress {
  const bars = io.stderr.isTTY === true ? makeBars(io, total, Math.min(workers, total)) : null
  let number = 0
  return {
    phase(entry, phase, worker) {
      bars?.slots[worker]?.update(0, { text: `${oneLine(entry.source.name, longestName)}: ${phase}` })
    },
    ended(result, worker) {
      number++
      const line = `[${number}/${total}] ${endLine(result, io)}\n`
      if (bars === null) io.stderr.write(line)
      else {
        bars.all.log(line)
        bars.sum.update(number)
        bars.slots[worker]?.update(0, { text: '' })
      }
    },
    done: () => number,
    stop() {
      // Lines that have been logged since the last look would be lost.
      bars?.all.update()
      bars?.all.stop()
    },
  }
}

function endLine({ name, outcome, reason, digest, pullRequest }: Result, io: Io): string {
  const { red, yellow, green, dim } = colorsFor(io.stderr, io.env)
  const color = {
    changed: green,
    clean: dim,
    skipped: dim,
    'needs-review': yellow,
    failed: red,
    'timed-out': red,
  }
  const files = digest?.files.changed ?? 0
  const facts = [
    ...(files > 0 ? [count(files, 'file')] : []),
    ...(reason === null ? [] : [reason]),
    ...(pullRequest === null ? [] : [pullRequest]),
  ].map((fact) => oneLine(fact))
  return `${color[outcome](outcome.padEnd(12))} ${oneLine(name, longestName)}${facts.length === 0 ? '' : `  ${facts.join('; ')}`}`
}

function makeBars(
  io: Io,
  total: number,
  workers: number,
): { all: MultiBar; sum: SingleBar; slots: SingleBar[] } {
  const all = new MultiBar({
    stream: io.stderr,
    format: '  {text}',
    barsize: 24,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    clearOnComplete: true,
    hideCursor: false,
    // A handler for SIGINT would end the process before the journal is closed.
    gracefulExit: false,
  })
  const sum = all.create(total, 0, {}, { format: '{bar} {value}/{total}' })
  const slots = Array.from({ length: workers }, () => all.create(1, 0, { text: '' }))
  return { all, sum, slots }
}
