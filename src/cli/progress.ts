import { SingleBar } from 'cli-progress'
import type { Progress } from '../index.js'
import type { Io } from './io.js'

/** Work shorter than this shows no bar, in milliseconds. */
const patience = 500

export interface ProgressBar {
  update(progress: Progress): void
  stop(): void
}

/** A progress bar on stderr: only on a terminal, and only once the work has taken half a second. */
export function progressBar(io: Io): ProgressBar {
  if (io.stderr.isTTY !== true) return { update: () => {}, stop: () => {} }
  const begin = Date.now()
  let bar: SingleBar | null = null
  return {
    update({ phase, done, total }) {
      if (bar === null) {
        if (Date.now() - begin < patience) return
        bar = newBar(io)
        bar.start(total, done, { phase })
        return
      }
      bar.setTotal(total)
      bar.update(done, { phase })
    },
    stop() {
      bar?.stop()
    },
  }
}

function newBar(io: Io): SingleBar {
  return new SingleBar({
    stream: io.stderr,
    format: '{bar} {value}/{total} {phase}',
    barsize: 24,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    clearOnComplete: true,
    hideCursor: false,
    linewrap: true,
    // A handler for SIGINT would hold Ctrl-C back until the analysis is over.
    gracefulExit: false,
  })
}
