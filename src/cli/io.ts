import type { Readable, Writable } from 'node:stream'
import pc from 'picocolors'
import type { Colors } from '../report/colors.js'

/** A stream that retag writes to; `process.stdout` fits. */
export type Output = Writable & { isTTY?: boolean; columns?: number; fd?: number }

/** A stream that retag reads from; `process.stdin` fits. */
export type Input = Readable & { isTTY?: boolean }

/** All that a run needs of the outside world besides the disk. */
export interface Io {
  stdin: Input
  stdout: Output
  stderr: Output
  env: NodeJS.ProcessEnv
  /** Absolute. */
  cwd: string
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message
}

/** Codes of a reader that has gone away (`retag --json | head`): no reason to stop the work. */
const goneCodes = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET']

/** True when writing failed because nobody reads any more. */
export function isReaderGone(error: Error): boolean {
  return goneCodes.includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Thrown where something that the person asked for could not be written (`> /dev/full`); `message` is one line. */
export class OutputError extends Error {
  override name = 'OutputError'
}

const standardError = 2

/**
 * Writes a text and waits until it has left the process, so that nothing is cut off at exit.
 *
 * @throws OutputError where stdout takes no more; a full stderr must not stop the work
 */
export function emit(stream: Output, text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === undefined || error === null || isReaderGone(error)) resolve()
      else if (stream.fd === standardError) resolve()
      else
        reject(
          new OutputError(
            `stdout cannot be written (${codeOf(error)}). Free some space or choose another place.`,
          ),
        )
    })
  })
}

/** Colours for one stream: none without a terminal or under NO_COLOR; FORCE_COLOR brings them back (https://no-color.org). */
export function colorsFor(stream: Output, env: NodeJS.ProcessEnv): Colors {
  return pc.createColors(wantsColor(stream, env))
}

function wantsColor(stream: Output, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Width of a stream in columns: 80 where it has none, never so wide that lines get hard to read. */
export function widthOf(stream: Output): number {
  return Math.min(Math.max(stream.columns ?? 80, 40), 120)
}

/** True when a person sits there who can be asked. Questions go to stderr, so that stdout can be piped. */
export function canAsk(io: Io): boolean {
  return io.stdin.isTTY === true && io.stderr.isTTY === true
}
