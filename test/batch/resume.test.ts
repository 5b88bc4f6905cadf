import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { program, retag } from '../cli/process.js'
import { droppingsIn, makeFleet, mistakesIn, resultsIn } from './fleet-support.js'
import { applying, batchOf, dryRun, listOf, place, quietEnv } from './support.js'

// Every test starts many processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 300_000 })

const flags = ['--apply', '--author', 'Fleet Bot <bot@example.com>', '--out', 'out']

test('a fleet that is killed again and again: nothing lost, nothing doubled', async () => {
  const at = place()
  const fleet = makeFleet(at, 30)
  let before: string[] = []
  for (const moment of [2_500, 4_000, 3_000]) {
    await killAfter(moment, ['batch', fleet.manifest, ...flags, '--resume'], at.root)
    const lines = resultsIn(at.path('out/journal.jsonl')).map((line) => JSON.stringify(line))
    // What was written before stays as it was.
    expect(lines.slice(0, before.length)).toEqual(before)
    before = lines
  }
  const last = await retag(['batch', fleet.manifest, ...flags, '--resume'], at.root)
  expect(last.code).toBe(3)
  expect(mistakesIn(at, fleet, at.path('out'))).toEqual([])
  expect(droppingsIn(at.path('out'))).toEqual([])
  expect(last.stderr).toContain(
    '30 repositories: 15 changed, 3 need review, 3 with nothing to change, 6 skipped and 3 failed.',
  )
  const counts = JSON.parse(at.read('out/fleet.json')).counts
  expect(counts).toEqual({
    repositories: 30,
    changed: 15,
    'needs-review': 3,
    clean: 3,
    skipped: 6,
    failed: 3,
    'timed-out': 0,
  })
})

test('a line that was cut off counts as not written', async () => {
  const at = place()
  at.repository('one')
  at.repository('two')
  const first = await batchOf(at, listOf('one', 'two'), { settings: applying })
  const lines = at.read('out/journal.jsonl').split('\n')
  writeFileSync(at.path('out/journal.jsonl'), `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 40)}`)
  const ended: string[] = []
  const again = await batchOf(at, listOf('one', 'two'), {
    settings: applying,
    resume: true,
    ended: ({ name }) => ended.push(name),
  })
  expect(ended).toHaveLength(1)
  expect(again.map(({ commit }) => commit)).toEqual(first.map(({ commit }) => commit))
  expect(resultsIn(at.path('out/journal.jsonl'))).toHaveLength(2)
})

test('what failed is tried again, what ended otherwise is not', async () => {
  const at = place()
  at.repository('app')
  const first = await batchOf(at, listOf('app', 'late'))
  expect(first.map(({ outcome }) => outcome)).toEqual(['changed', 'failed'])
  at.repository('late')
  const ended: string[] = []
  const second = await batchOf(at, listOf('app', 'late'), {
    resume: true,
    ended: ({ name }) => ended.push(name),
  })
  expect(second.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
  expect(ended).toEqual(['late'])
})

test('an unfinished run is not begun anew by mistake, nor resumed with other flags', async () => {
  const at = place()
  at.repository('app')
  await batchOf(at, listOf('app'))
  writeFileSync(
    at.path('out/journal.jsonl'),
    at.read('out/journal.jsonl').replace('{"type":"finished"}\n', ''),
  )
  await expect(batchOf(at, listOf('app'))).rejects.toThrow('Use --resume to go on with it')
  await expect(batchOf(at, listOf('app'), { settings: applying, resume: true })).rejects.toThrow(
    'holds a run with other flags',
  )
  await batchOf(at, listOf('app'), { resume: true, settings: dryRun })
})

test('an output folder serves one run at a time', async () => {
  const at = place()
  at.repository('app')
  at.write('out/lock', `${process.ppid}\n`)
  await expect(batchOf(at, listOf('app'))).rejects.toThrow(
    `is used by a run that is going on (process ${process.ppid})`,
  )
  // One that was killed has left its lock.
  at.write('out/lock', '4194305\n')
  expect(await batchOf(at, listOf('app'))).toHaveLength(1)
})

test('Ctrl-C ends what runs, and says how to go on', async () => {
  const at = place()
  at.repository('app')
  appendFileSync(at.path('list.txt'), 'app\n')
  const [command = '', ...args] = program
  const child = spawn(command, [...args, 'batch', 'list.txt', '--out', 'out'], {
    cwd: at.root,
    env: quietEnv,
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  for (let tries = 0; tries < 200 && !at.has('out/work'); tries++) await wait(25)
  await wait(300)
  child.kill('SIGINT')
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, told }).toEqual({
    code: 130,
    told: 'Interrupted: 0 of 1 repository had ended. The same command with --resume goes on.\n',
  })
  expect(droppingsIn(at.path('out'))).toEqual([])
  expect(readFileSync(at.path('out/journal.jsonl'), 'utf8')).not.toContain('result')
})

/** Starts the program and kills it, and nothing else, after some milliseconds. */
async function killAfter(milliseconds: number, argv: string[], cwd: string): Promise<void> {
  const [command = '', ...args] = program
  const child = spawn(command, [...args, ...argv], { cwd, env: quietEnv, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await Promise.race([wait(milliseconds), ended])
  child.kill('SIGKILL')
  await ended
}
