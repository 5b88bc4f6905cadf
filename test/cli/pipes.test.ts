import { existsSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/report/json.js'
import { project } from './fake.js'
import { shell } from './process.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const calls = 1_000
const tag = 'x'.repeat(4_000)

/** A tree whose report is over 8 MB: a thousand calls, each with a tag of four thousand characters. */
function largeProject(): string {
  const { root, write } = project({ git: true })
  for (let file = 0; file < 10; file++) {
    const lines = Array.from(
      { length: calls / 10 },
      (_, line) => `  revalidateTag('${tag}${file}-${line}')\n`,
    )
    write(
      `app/f${file}/actions.ts`,
      `'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function all() {\n${lines.join('')}}\n`,
    )
  }
  return root
}

// A shell is what pipes need.
describe.runIf(existsSync('/bin/sh'))('8 MB of JSON', () => {
  test('arrives whole at a reader that takes its time', async () => {
    const root = largeProject()
    const { code, stdout } = await shell('"$@" 2>/dev/null | { sleep 2; cat; }', ['-d', '--json'], root)
    expect(code).toBe(0)
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(8_000_000)
    expect(stdout.endsWith('}\n')).toBe(true)
    expect((JSON.parse(stdout) as Report).decisions).toHaveLength(calls)
  })

  test('is no crash where the reader has had enough', async () => {
    const root = largeProject()
    const line = '{ "$@"; echo "code $?" >&2; } | head -c 1000'
    const { stdout, stderr } = await shell(line, ['-d', '--json'], root)
    expect(stdout).toHaveLength(1000)
    expect(stderr).toMatch(/code 0\n$/)
    expect(stderr).not.toMatch(/EPIPE|bug in retag/)
  })

  test('a plan goes through a pipe as well', async () => {
    const root = largeProject()
    const { stdout } = await shell('"$@" 2>/dev/null | { sleep 1; cat; }', ['plan'], root)
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(8_000_000)
    expect((JSON.parse(stdout) as { files: unknown[] }).files).toHaveLength(10)
  })
})
