import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import type { Input, Io, Output } from '../../src/cli/io.js'
import { run } from '../../src/cli/run.js'
import type { Ran } from './fake.js'

export const up = '\u001b[A'
export const down = '\u001b[B'
export const enter = '\r'
export const interrupt = '\u0003'

/** What is typed once a text has appeared. */
export type Line = [seen: string, keys: string]

const pause = 30
const sequence = '\u001b'

function isAsked(text: string, seen: string): boolean {
  const at = text.indexOf(seen)
  return at >= 0 && text.includes('\u2514', at)
}

/** Runs the real program within this process at a terminal of 80 columns, and answers its questions in turn. */
export async function talk(cwd: string, argv: string[], lines: Line[]): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const stdin: Input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
  const left = [...lines]
  let unread = ''
  const answer = (text: string): void => {
    unread += stripVTControlCharacters(text)
    const [line] = left
    // The corner below a menu: from here on it listens.
    if (line === undefined || !isAsked(unread, line[0])) return
    unread = ''
    left.shift()
    // Key by key, as a person types: a terminal hands an escape sequence over in one piece.
    const keys = line[1].split(new RegExp(`(${sequence}\\[.)|`, 's')).filter((key) => key)
    for (const [index, key] of keys.entries()) setTimeout(() => stdin.push(key), pause * (index + 1))
  }
  const stderr = collector(err, answer)
  const io: Io = { stdin, stdout: collector(out), stderr, env: { NO_COLOR: '1' }, cwd }
  const code = await run(argv, io, await import('../../src/index.js'))
  if (left.length > 0) throw new Error(`never asked: ${left[0]?.[0]}\n${err.join('')}`)
  return { code, stdout: out.join(''), stderr: stripVTControlCharacters(err.join('')) }
}

function collector(texts: string[], seen: (text: string) => void = () => {}): Output {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      texts.push(chunk.toString())
      seen(chunk.toString())
      done()
    },
  })
  return Object.assign(stream, { isTTY: true, columns: 80, rows: 40 })
}
