import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { SarifLog } from '../../src/report/sarif/types.js'
import { finding, reviewDecision, samplePlan } from '../report/sample.js'
import { appFiles, fakeEngine, project, runIn } from './fake.js'
import { shell } from './process.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const action = 'app/actions.ts'

function outside(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'retag-reports-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('all formats in one run', async () => {
  const { root, git, read } = project({ git: true })
  const folder = outside()
  const names = ['html', 'json', 'markdown', 'patch', 'sarif']
  const argv = names.flatMap((name) => ['--report', `${name}=${join(folder, 'new', name)}`])
  expect((await runIn(root, ['--check', ...argv])).code).toBe(1)
  const text = (name: string): string => readFileSync(join(folder, 'new', name), 'utf8')
  expect(text('html')).toMatch(/^<!doctype html>/)
  expect(JSON.parse(text('json'))).toMatchObject({ mode: 'check', counts: { changed: 2 } })
  expect(text('markdown')).toContain('retag would change 2 places in 2 files.')
  expect((JSON.parse(text('sarif')) as SarifLog).runs[0]?.results).toHaveLength(2)
  git('apply', '--check', join(folder, 'new', 'patch'))
  expect(read(action)).toBe(appFiles[action])
})

test('after writing, reports tell what was written; what failed is in no patch', async () => {
  const { root } = project({ git: true })
  const folder = outside()
  const failures = [{ file: action, message: 'the disk is full' }]
  const engine = fakeEngine({ apply: () => ({ written: ['app/more.ts'], failures }) })
  const argv = ['--report', `patch=${join(folder, 'p')}`, '--report', `markdown=${join(folder, 'm')}`]
  expect((await runIn(root, argv, { engine })).code).toBe(3)
  expect(readFileSync(join(folder, 'p'), 'utf8').match(/^diff .*/gm)).toEqual([
    'diff --git a/app/more.ts b/app/more.ts',
  ])
  expect(readFileSync(join(folder, 'm'), 'utf8')).toContain('retag changed 1 place in 1 file.')
})

describe('where reports may land', () => {
  test.each([['r.json'], ['deep/new/r.json'], ['.git/r.json']])('not in the tree: %s', async (file) => {
    const { root, read } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, ['--report', `json=${file}`])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      `retag: --report: ${file} lies in the tree that is analysed, and git does not ignore it. Name a file outside, such as ../r.json, or use --force.\n`,
    )
    expect(existsSync(join(root, 'deep'))).toBe(false)
    expect(read(action)).toBe(appFiles[action])
  })

  test('the tree is the repository, also when a folder of it is looked at', async () => {
    const { root } = project({ git: true })
    expect((await runIn(join(root, 'app'), ['-d', '--report', 'json=../r.json'])).code).toBe(2)
  })

  test('a link does not hide it', async () => {
    const { root } = project({ git: true })
    const folder = outside()
    symlinkSync(root, join(folder, 'link'))
    expect((await runIn(root, ['-d', '--report', `json=${join(folder, 'link/r.json')}`])).code).toBe(2)
  })

  test('in the tree where git ignores it, or with --force', async () => {
    const { root, write, read } = project({ git: true, files: { ...appFiles, '.gitignore': 'reports/\n' } })
    expect((await runIn(root, ['-d', '--report', 'json=reports/r.json'])).code).toBe(0)
    expect((await runIn(root, ['-d', '--force', '--report', 'json=r.json'])).code).toBe(0)
    expect(read('r.json')).toBe(read('reports/r.json'))
    write('r.json', 'old')
    expect((await runIn(root, ['-d', '--force', '--report', 'json=r.json'])).code).toBe(0)
    expect(read('r.json')).toBe(read('reports/r.json'))
  })

  test('never over a source file, not even with --force', async () => {
    const { root, read } = project({ git: true })
    const { code, stderr } = await runIn(root, ['-d', '--force', '--report', `json=${action}`])
    expect(code).toBe(2)
    expect(stderr).toContain('is a source file')
    expect(read(action)).toBe(appFiles[action])
  })

  test('without git only with --force', async () => {
    const { root } = project({ git: false })
    expect((await runIn(root, ['-d', '--report', 'json=r.json'])).code).toBe(2)
    expect((await runIn(root, ['-d', '--report', 'json=r.json', '--force'])).code).toBe(0)
  })

  test.runIf(existsSync('/bin/bash'))('a pipe of the shell is no file of the tree', async () => {
    const { root } = project({ git: true })
    const line = `bash -c '"$@" --report json=>(cat) --report html=/dev/null 2>/dev/null | cat' bash "$@"`
    const { code, stdout } = await shell(line, ['-d'], root)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ mode: 'dry-run' })
  })

  test('not two in one file', async () => {
    const { root } = project({ git: true })
    const { code, stderr } = await runIn(root, ['--report', 'json=../r', '--report', 'html=./../r'])
    expect(code).toBe(2)
    expect(stderr).toContain('./../r is named twice')
    expect(existsSync(join(root, '../r'))).toBe(false)
  })
})

describe('--fail-on', () => {
  const engine = () => fakeEngine({ findings: [finding()] })

  test.each([
    [['--fail-on', 'error'], 1, '--fail-on error: 1 error\n'],
    [['--fail-on', 'changed'], 1, '--fail-on changed: 2 files to change\n'],
    [['--fail-on', 'review'], 0, null],
    [['--fail-on', 'review,error'], 1, '--fail-on error: 1 error\n'],
    [['--fail-on', 'review', '--fail-on', ' changed'], 1, '--fail-on changed: 2 files to change\n'],
    [[], 0, null],
  ])('%o: %i', async (argv, expected, line) => {
    const { root } = project({ git: true })
    const { code, stderr } = await runIn(root, ['-d', ...argv], { engine: engine() })
    expect(code).toBe(expected)
    if (line === null) expect(stderr).not.toMatch(/^--fail-on/m)
    else expect(stderr.endsWith(line)).toBe(true)
  })

  test('it writes all the same where it may', async () => {
    const { root, read } = project({ git: true })
    expect((await runIn(root, ['--fail-on', 'error'], { engine: engine() })).code).toBe(1)
    expect(read(action)).toContain('updateTag')
  })

  test('reviews count', async () => {
    const { root } = project({ git: true })
    const plain = engine()
    const plan = () => ({ plan: samplePlan([reviewDecision()], { root }), changes: [] })
    expect((await runIn(root, ['-d', '--fail-on', 'review'], { engine: { ...plain, plan } })).code).toBe(1)
  })

  test('an unknown one is bad usage', async () => {
    const { root, read } = project({ git: true })
    expect(await runIn(root, ['--fail-on', 'error,warning'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'retag: --fail-on knows no "warning". Valid: error, review, changed.\n',
    })
    expect(read(action)).toBe(appFiles[action])
  })
})

describe('annotations', () => {
  test('only on GitHub, on stderr, so that --json stays JSON', async () => {
    const { root } = project({ git: true })
    const argv = ['--check', '--json']
    const there = await runIn(root, argv, { env: { GITHUB_ACTIONS: 'true' } })
    expect(there.stderr).toContain('::notice file=app/actions.ts,line=4,col=3,')
    expect(JSON.parse(there.stdout)).toMatchObject({ mode: 'check' })
    expect((await runIn(root, argv)).stderr).not.toContain('::notice')
  })
})
