/** Thrown when the person broke the run off at a question; nothing was written. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

const codes = { SIGINT: 130, SIGTERM: 143 } as const

type Signal = keyof typeof codes

/** Exit code of a run that a signal ended, as shells count it. */
export function signalCode(signal: Signal): number {
  return codes[signal]
}

/**
 * Runs work that must not be torn: signals are held back until it has ended, so that every file is whole and temporary
 * files are gone. Outside such work a signal ends the process at once, which is safe, as nothing is being written.
 *
 * @returns what the work gave, and the signal that came meanwhile.
 */
export async function uninterrupted<T>(work: () => T): Promise<{ result: T; signal: Signal | null }> {
  const received: Signal[] = []
  const note = (signal: NodeJS.Signals): void => {
    if (signal === 'SIGINT' || signal === 'SIGTERM') received.push(signal)
  }
  process.on('SIGINT', note)
  process.on('SIGTERM', note)
  try {
    const result = work()
    // Signals that came during synchronous work are delivered when the event loop polls; a timer alone may run before.
    await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 1))
    return { result, signal: received[0] ?? null }
  } finally {
    process.off('SIGINT', note)
    process.off('SIGTERM', note)
  }
}
