import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { firstLine, ProcessError, type RunOptions, runNode } from '../../src/apply/run-node.js'

vi.setConfig({ testTimeout: 60_000 })

afterEach(() => vi.unstubAllEnvs())

function script(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'retag-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'script.mjs')
  writeFileSync(file, text)
  return file
}

const options: RunOptions = { cwd: tmpdir(), timeout: 30_000 }

test('input goes in, both outputs and the exit code come back', async () => {
  const file = script(
    "import { readFileSync } from 'node:fs'\nprocess.stdout.write(readFileSync(0, 'utf8') + process.argv[2])\nprocess.stderr.write('told')\nprocess.exitCode = 3\n",
  )
  const umlauts = 'ä€😀'.repeat(100_000)
  const ended = await runNode(file, [';'], { ...options, input: umlauts })
  expect(ended).toEqual({ code: 3, stdout: `${umlauts};`, stderr: 'told' })
})

test('a process that does not read its input is no problem', async () => {
  const ended = await runNode(script('process.exit(0)'), [], { ...options, input: 'x'.repeat(5_000_000) })
  expect(ended.code).toBe(0)
})

test('one that takes too long is ended, even when it does not listen', async () => {
  const file = script("process.on('SIGTERM', () => {})\nfor (;;) {}\n")
  const ended = runNode(file, [], { ...options, timeout: 500 })
  await expect(ended).rejects.toThrow(new ProcessError('it took longer than 1 seconds'))
})

test('secrets and settings of Node.js in the environment are not passed on', async () => {
  vi.stubEnv('NPM_TOKEN', 'secret')
  vi.stubEnv('NODE_OPTIONS', '--no-warnings')
  const { stdout } = await runNode(script('process.stdout.write(JSON.stringify(process.env))'), [], options)
  expect(Object.keys(JSON.parse(stdout))).not.toContain('NPM_TOKEN')
  expect(Object.keys(JSON.parse(stdout))).not.toContain('NODE_OPTIONS')
  expect(stdout).toContain('PATH')
})

test('the line of a stack that says something', () => {
  const stack = "node:internal/modules:1\n  throw err;\n  ^\n\nError: Cannot find module 'x'\n    at y\n"
  expect(firstLine(stack)).toBe("Error: Cannot find module 'x'")
  expect(firstLine('\n')).toBeNull()
})
