import { PassThrough, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../src/cli/io.js'
import { canAsk, colorsFor, emit, widthOf } from '../../src/cli/io.js'
import { progressBar } from '../../src/cli/progress.js'
import { run } from '../../src/cli/run.js'
import { fakeEngine, project } from './fake.js'

function failing(code: string): Output {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code }))
    },
  }).on('error', () => {})
}

describe('emit', () => {
  test('waits until a slow reader has everything', async () => {
    let received = 0
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        setTimeout(() => {
          received += chunk.length
          done()
        }, 20)
      },
    })
    await emit(slow, 'x'.repeat(5_000_000))
    expect(received).toBe(5_000_000)
  })

  test('a reader that has gone away is no failure; a full disk is one', async () => {
    await emit(failing('EPIPE'), 'text')
    await expect(emit(failing('ENOSPC'), 'text')).rejects.toThrow('ENOSPC')
  })

  test('the work goes on when nobody reads the report', async () => {
    const { root, read } = project({ git: true })
    const stderr = new PassThrough().resume()
    const io = { stdin: new PassThrough(), stdout: failing('EPIPE'), stderr, env: {}, cwd: root }
    expect(await run(['--json'], io, fakeEngine())).toBe(0)
    expect(read('app/actions.ts')).toContain('updateTag')
  })
})

describe('what a stream can do', () => {
  const pipe: Output = new PassThrough()
  const terminal: Output = Object.assign(new PassThrough(), { isTTY: true, columns: 200 })

  test.each<[Output, NodeJS.ProcessEnv, boolean]>([
    [pipe, {}, false],
    [terminal, {}, true],
    [terminal, { TERM: 'dumb' }, false],
    [terminal, { NO_COLOR: '1' }, false],
    [terminal, { NO_COLOR: '' }, true],
    [pipe, { FORCE_COLOR: '1' }, true],
    [pipe, { FORCE_COLOR: '' }, true],
    [terminal, { FORCE_COLOR: '0' }, false],
    [pipe, { CI: 'true' }, false],
    [pipe, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('colours of case %#', (stream, env, colored) => {
    expect(colorsFor(stream, env).red('x') !== 'x').toBe(colored)
  })

  test('width: 80 without a terminal, and never too wide to read', () => {
    expect(widthOf(pipe)).toBe(80)
    expect(widthOf(terminal)).toBe(120)
  })

  test('a question needs a terminal on both sides', () => {
    const input = Object.assign(new PassThrough(), { isTTY: true })
    const rest = { stdout: pipe, env: {}, cwd: '/' }
    expect(canAsk({ ...rest, stdin: input, stderr: terminal })).toBe(true)
    expect(canAsk({ ...rest, stdin: input, stderr: pipe })).toBe(false)
    expect(canAsk({ ...rest, stdin: new PassThrough(), stderr: terminal })).toBe(false)
  })
})

describe('the progress bar', () => {
  function shown(isTTY: boolean, milliseconds: number): string {
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 })
    const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: stream, env: {}, cwd: '/' }
    const bar = progressBar(io)
    const until = Date.now() + milliseconds
    do bar.update({ phase: 'reading', done: 1, total: 2 })
    while (Date.now() < until)
    bar.stop()
    return String(stream.read() ?? '')
  }

  test('shows on a terminal once half a second has passed', () => {
    expect(shown(true, 600)).toContain('1/2 reading')
  })

  test('is quiet before that, and without a terminal', () => {
    expect(shown(true, 0)).toBe('')
    expect(shown(false, 600)).toBe('')
  })
})
