import { existsSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { packageRoot, packageVersion } from '../../src/config/package-root.js'
import { findings, transforms } from '../../src/plan/catalogue.js'
import { project } from './fake.js'
import { retag, shell } from './process.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

describe('the real program', () => {
  test('--version', async () => {
    expect(await retag(['--version'])).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: '' })
  })

  test('--help names every flag of the contract', async () => {
    const { code, stdout, stderr } = await retag(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const flags =
      '--dry-run --dry --print --check --json --report --transform --skip --profile --mixed --fix-misuse'
    const more =
      '--files-from --include --exclude --config --yes --force --version --help --fail-on explain list plan apply'
    for (const name of `${flags} ${more}`.split(' ')) expect(stdout).toContain(name)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('list names every transform and every finding, one per line', async () => {
    const { code, stdout } = await retag(['list'])
    expect(code).toBe(0)
    for (const { id } of [...transforms, ...findings]) {
      expect(stdout.split('\n').filter((line) => line.startsWith(`  ${id} `))).toHaveLength(1)
    }
  })

  test.each([
    [['--nope'], "retag: Unknown option '--nope'."],
    [
      ['-t', 'nope'],
      'retag: No transform is called "nope". Valid for --transform: revalidate-tag, stable-names, ',
    ],
    [['no/such/path'], 'retag: no/such/path does not exist.'],
    [
      ['--report', 'pdf=x'],
      'retag: --report knows no format "pdf". Valid: html, json, markdown, patch, sarif',
    ],
    [['explain', 'nowhere'], 'retag: "nowhere" names no line.'],
  ])('%o: exit 2, one line on stderr, nothing on stdout', async (argv, message) => {
    const { code, stdout, stderr } = await retag(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })

  test('a config that cannot be read', async () => {
    const { root, write } = project({ git: true })
    write('retag.config.ts', 'export default make()')
    const { code, stderr } = await retag([], root)
    expect(code).toBe(2)
    expect(stderr).toContain(
      'retag.config.ts:1 cannot be read without running it. Pass --config retag.config.ts',
    )
  })

  // Linux has the device that is always full.
  test.runIf(existsSync('/dev/full'))('a full disk behind stdout or stderr is no crash', async () => {
    const line = 'retag: stdout cannot be written (ENOSPC). Free some space or choose another place.\n'
    expect(await shell('"$@" > /dev/full', ['list'])).toEqual({ code: 3, stdout: '', stderr: line })
    const { code, stdout } = await shell('"$@" 2> /dev/full', ['list'])
    expect(code).toBe(0)
    expect(stdout).toContain('revalidate-tag')
    expect((await shell('"$@" 2> /dev/full', ['--nope'])).code).toBe(2)
  })

  test('a reader that has gone away is no crash', async () => {
    expect(await retag(['list'], packageRoot(), true)).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})
