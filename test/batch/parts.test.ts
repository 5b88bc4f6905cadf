import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { parseIdentity } from '../../src/batch/git/identity.js'
import { inParallel } from '../../src/batch/pool.js'
import { runProcess } from '../../src/batch/process.js'
import { reason, redact } from '../../src/batch/redact.js'
import { isNetworkProblem, withRetries } from '../../src/batch/retry.js'
import { readSource, slugOf } from '../../src/batch/source.js'
import { place } from './support.js'

const open = new AbortController().signal

describe('redact', () => {
  test.each([
    ['https://bot:hunter2@host/a', 'https://***@host/a'],
    ['https://ghp_abc@host/a.git/', 'https://***@host/a.git/'],
    ["access 'https://u:p%40ss@h:8443/x'", "access 'https://***@h:8443/x'"],
    ['https://h/a?private_token=abc&x=1', 'https://h/a?private_token=***&x=1'],
    ['ssh://git@host/a', 'ssh://***@host/a'],
    ['ghp_0123456789abcdefghijABCDEFGHIJ456789 is wrong', '*** is wrong'],
    ['glpat-abcdefghij0123456789', '***'],
    ['https://host/a and me@example.com', 'https://host/a and me@example.com'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test('takes the secrets of the repository out wherever they stand, in both spellings', () => {
    const source = readSource('https://bot:s%2Fcret@host/a', '/')
    if (typeof source === 'string' || source.kind !== 'url') throw new Error('not read')
    expect(source).toMatchObject({ url: 'https://host/a', name: 'host/a' })
    expect(redact('s/cret and s%2Fcret', source.credentials)).toBe('*** and ***')
    expect(JSON.stringify({ ...source, credentials: null })).not.toContain('cret')
  })

  test('a reason is one line without control characters, and not too long', () => {
    expect(reason('a\nb\u001b[31m\tc')).toBe('a b\\u001b[31m c')
    expect(reason('x'.repeat(5_000)).length).toBeLessThanOrEqual(400)
  })
})

describe('names of files for a repository', () => {
  test.each([
    ['github.com/acme/shop', 'acme__shop-k'],
    ['../../../etc/passwd', 'etc__passwd-k'],
    ['..', '..-k'],
    ['a/.hidden', 'a__.hidden-k'],
    ['x/"quoted" \u001b', 'x__-quoted--k'],
  ])('%j', (name, slug) => {
    expect(slugOf(name, 'k')).toBe(slug.replace(/^\.+-/, '-'))
  })
})

describe('retries', () => {
  test.each([
    ['Could not resolve host: github.com', true],
    ['The requested URL returned error: 503', true],
    ['RPC failed; curl 56', true],
    ['ssh: connect to host x port 22: Connection timed out', true],
    ['The requested URL returned error: 404', false],
    ['Authentication failed for', false],
    ['git@x: Permission denied (publickey). The remote end hung up unexpectedly', false],
    ['Remote branch nope not found in upstream origin', false],
    ['early EOF; aborting due to possible repository corruption on the remote side', false],
  ])('%s: %s', (message, is) => {
    expect(isNetworkProblem(message)).toBe(is)
  })

  test('as often as there are waiting times, and then no more', async () => {
    let tries = 0
    const work = (): Promise<never> => {
      tries++
      return Promise.reject(new Error('early EOF'))
    }
    await expect(withRetries(work, [1, 1], open, (error) => (error as Error).message)).rejects.toThrow(
      'early EOF',
    )
    expect(tries).toBe(3)
    tries = 0
    await expect(withRetries(work, [1, 1], open, () => 'not found')).rejects.toThrow('early EOF')
    expect(tries).toBe(1)
  })

  test('waiting ends with the run', async () => {
    const stop = new AbortController()
    const begin = Date.now()
    const waiting = withRetries(
      () => Promise.reject(new Error('early EOF')),
      [60_000],
      stop.signal,
      () => 'early EOF',
    )
    setTimeout(() => stop.abort(new Error('stopped')), 20)
    await expect(waiting).rejects.toThrow('stopped')
    expect(Date.now() - begin).toBeLessThan(10_000)
  })
})

describe('processes', () => {
  const options = { cwd: '/', env: process.env, signal: open }

  test('give their output, end and input', async () => {
    const ended = await runProcess('sh', ['-c', 'cat; echo err >&2; exit 3'], { ...options, input: 'text' })
    expect(ended).toMatchObject({ code: 3, signal: null, stdout: 'text', stderr: 'err\n' })
    await expect(runProcess('no-such-program-here', [], options)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('have no terminal, and one that reads nothing is no problem', async () => {
    const ended = await runProcess('sh', ['-c', '(: < /dev/tty) 2>/dev/null && echo terminal; true'], {
      ...options,
      input: 'x'.repeat(500_000),
    })
    expect(ended).toMatchObject({ code: 0, stdout: '' })
  })

  test('end with everything that they have started', async () => {
    const at = place()
    const stop = new AbortController()
    const script = `(sleep 1; touch ${at.path('alive')}) & wait`
    const running = runProcess('sh', ['-c', script], { ...options, signal: stop.signal })
    setTimeout(() => stop.abort(new Error('too long')), 100)
    await expect(running).rejects.toThrow('too long')
    // One that goes on after its leader has ended is ended too.
    await runProcess('sh', ['-c', `(sleep 1; touch ${at.path('alive')}) &`], options)
    await wait(1_500)
    expect(at.has('alive')).toBe(false)
  })

  test.runIf(process.platform === 'linux')('are ended above their memory', async () => {
    const hungry = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 5)'
    const ended = await runProcess(process.execPath, ['-e', hungry], { ...options, memory: 200 })
    expect(ended).toMatchObject({ tooLarge: true, signal: 'SIGKILL' })
    expect(ended.megabytes).toBeGreaterThan(200)
  })
})

describe('the pool', () => {
  test('runs as many as it may, each item once', async () => {
    const seen: number[] = []
    let now = 0
    let most = 0
    await inParallel([...Array(20).keys()], 3, async (item) => {
      most = Math.max(most, ++now)
      await wait(2)
      seen.push(item)
      now--
    })
    expect({ seen: seen.sort((a, b) => a - b), most }).toEqual({ seen: [...Array(20).keys()], most: 3 })
    await inParallel([], 3, () => Promise.reject(new Error('no item')))
  })

  test('begins nothing more after an error, and lets the others end', async () => {
    const ended: number[] = []
    const work = inParallel([0, 1, 2, 3], 2, async (item) => {
      if (item === 0) throw new Error('first')
      await wait(5)
      ended.push(item)
    })
    await expect(work).rejects.toThrow('first')
    expect(ended).toEqual([1])
  })
})

test.each([
  ['Fleet Bot <bot@example.com>', { name: 'Fleet Bot', email: 'bot@example.com' }],
  [' A  <a@b> ', { name: 'A', email: 'a@b' }],
  ['no address', null],
  ['<a@b>', null],
  ['A <a b>', null],
  ['A\nB <a@b>', null],
  ['A <a@b> <c@d>', null],
])('identity %j', (text, expected) => {
  expect(parseIdentity(text)).toEqual(expected)
})
