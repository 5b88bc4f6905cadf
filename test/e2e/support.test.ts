import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { copyApp, modules, removeApp } from './support/app.js'
import { createCleanup } from './support/cleanup.js'
import { start } from './support/next.js'
import { pollUntil } from './support/poll.js'
import { startServer } from './support/process.js'

const bakery = fileURLToPath(new URL('./app', import.meta.url))
const listen = `
  const { createServer } = require('node:http')
  createServer().listen(0, '127.0.0.1', function () { console.log('at ' + this.address().port + '.') })
`

test('a server that is stopped takes its workers with it', async () => {
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', process.env.WORKER], { stdio: 'inherit' })`
  const env = { ...process.env, WORKER: listen }
  const server = startServer(['-e', `${parent}; ${listen}`], tmpdir(), env)
  try {
    await pollUntil(server.output, (output) => output.split('at ').length === 3)
    const ports = [...server.output().matchAll(/at (\d+)\./g)].map(([, port]) => port)
    await server.stop()
    expect(ports).toHaveLength(2)
    for (const port of ports) {
      await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
        cause: { code: 'ECONNREFUSED' },
      })
    }
  } finally {
    await server.stop()
  }
})

test('a server ends when the process that started it is gone', async () => {
  const guard = new URL('./support/end-with-parent.mjs', import.meta.url).href
  const server = spawn(process.execPath, ['--import', guard, '-e', listen], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(server.stdout, 'data')
  server.stdin.end()
  expect(await once(server, 'exit')).toEqual([1, null])
})

test('a server that does not come up is an error that says why', async () => {
  const folder = copyApp(bakery)
  try {
    await expect(start(folder, {})).rejects.toThrow('Could not find a production build')
  } finally {
    removeApp(folder)
  }
  expect(existsSync(folder)).toBe(false)
  expect(existsSync(modules)).toBe(true)
})

test('a poll gives up with what it saw last', async () => {
  await expect(
    pollUntil(
      () => 'old',
      (value) => value === 'new',
      100,
    ),
  ).rejects.toThrow('Not accepted within 100 ms, last: "old"')
})

test('the cleanup goes on when a step fails, and runs each step once', async () => {
  const ran: string[] = []
  const cleanup = createCleanup()
  cleanup.defer(() => {
    ran.push('first')
  })
  cleanup.defer(() => Promise.reject(new Error('stuck')))
  cleanup.defer(() => {
    ran.push('last')
  })
  await expect(cleanup.run()).rejects.toMatchObject({ errors: [{ message: 'stuck' }] })
  await cleanup.run()
  expect(ran).toEqual(['last', 'first'])
})
