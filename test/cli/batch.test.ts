import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Writable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { readManifest } from '../../src/batch/manifest/index.js'
import { batchProgress } from '../../src/cli/batch-progress.js'
import type { Output } from '../../src/cli/io.js'
import { appFiles, cleanFiles, everythingIn, place, quietEnv } from '../batch/support.js'
import { runIn } from './fake.js'
import { program, retag } from './process.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const env = quietEnv

describe('retag batch', () => {
  test('a dry run: one line for each, a summary, reports; nothing on stdout', async () => {
    const at = place()
    at.repository('one')
    at.repository('two', cleanFiles)
    at.write('repos.txt', 'one\ntwo\n')
    const { code, stdout, stderr } = await retag(['batch', 'repos.txt', '--concurrency', '1'], at.root)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toBe(
      '[1/2] changed      one  1 file\n[2/2] clean        two\n\n2 repositories: 1 changed and 1 with nothing to change.\n\nAll of them: retag-batch/fleet.html\n',
    )
    expect(at.git('one', 'branch', '--list').trim()).toBe('* main')
    expect(at.read('retag-batch/.gitignore')).toBe('*\n')
    expect(at.read('retag-batch/fleet.html')).toMatch(/href="reports\/one-[\da-f]{12}\.html"/)
    // Again, from another folder, with everything that can be asked for.
    const argv = [
      'batch',
      '-',
      '--json',
      '--report',
      'csv=../all/f.csv',
      '--report',
      'markdown=../all/f.md',
      '--out',
      '../other',
    ]
    const again = await runIn(at.root, ['batch', 'none.yml'], { env })
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('none.yml does not exist.') })
    at.write('sub/x', '')
    const { stdout: json } = await withInput(at.path('sub'), argv, `${at.path('one')}\n`)
    const fleet = JSON.parse(json)
    expect(fleet.counts).toMatchObject({ repositories: 1, changed: 1 })
    expect(fleet.repositories[0].reports.html).toMatch(/^\.\.\/other\/reports\/.+__one-/)
    expect(at.read('all/f.csv')).toMatch(/\.\.\/other\/reports\//)
  })

  test('applies with the flags that decide, and says who failed', async () => {
    const at = place()
    at.repository('app', {
      ...appFiles,
      'app/api/route.ts':
        "import { revalidateTag } from 'next/cache'\nexport async function POST() {\n  revalidateTag('posts')\n}\n",
    })
    at.write('repos.yml', 'repositories: [app, gone]\n')
    const argv = [
      'batch',
      'repos.yml',
      '--apply',
      '--author',
      'A B <a@b.c>',
      '--branch',
      'x/y',
      '--profile',
      'expire-0',
    ]
    const { code, stderr } = await retag([...argv, '--skip', 'stable-names', 'test-doubles'], at.root)
    expect(code).toBe(3)
    expect(stderr).toContain('  failed gone: The folder does not exist.\n')
    expect(at.git('app', 'show', 'x/y:app/api/route.ts')).toContain("revalidateTag('posts', { expire: 0 })")
    expect(at.git('app', 'log', '-1', '--format=%an %ae', 'x/y').trim()).toBe('A B a@b.c')
  })

  test('DRY_RUN holds --apply back', async () => {
    const at = place()
    at.repository('app')
    at.write('repos.txt', 'app\n')
    const run = await runBatch(at.root, ['batch', 'repos.txt', '--apply'], { ...env, DRY_RUN: 'true' })
    expect(run.code).toBe(0)
    expect(run.stderr).toContain('DRY_RUN is set in the environment: no repository is changed.')
    expect(at.git('app', 'branch', '--list', 'retag/*')).toBe('')
  })

  test.each([
    [['--push'], '--push needs --apply.'],
    [['--apply', '--pr'], '--pr needs --push.'],
    [['--apply', '--verify-command', 'npm test'], '--verify-command needs --trust.'],
    [['--trust', '--verify-command', 'npm test'], '--verify-command needs --apply.'],
    [['--apply', '--dry-run'], '--apply and --dry-run exclude each other.'],
    [['--branch', '-x'], '--branch: "-x" is no name of a branch.'],
    [['--memory', 'much'], '--memory cannot be "much". Give a whole number from 32 to 1000000.'],
    [['--timeout', '0'], '--timeout cannot be "0".'],
    [['--concurrency', '1.5'], '--concurrency cannot be "1.5".'],
    [['--apply', '--author', 'nobody'], '--author cannot be "nobody".'],
    [['--forge', 'svn'], '--forge cannot be "svn". Valid: gh, glab.'],
    [['--profile'], "Option '--profile <name>' argument missing."],
    [['-t', 'nope'], 'No transform is called "nope".'],
    [['--config', 'x.json'], "Unknown option '--config'."],
    [['--report', 'pdf=x'], '--report knows no format "pdf". Valid: csv, html, json, markdown'],
    [['--report', 'sarif=x'], '--report knows no format "sarif". Valid: csv, html, json, markdown'],
  ])('%j: exit 2, one line, nothing done', async (flags, message) => {
    const at = place()
    at.write('repos.txt', 'app\n')
    const { code, stdout, stderr } = await runIn(at.root, ['batch', 'repos.txt', ...flags], { env })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(existsSync(at.path('retag-batch'))).toBe(false)
  })

  test('a list that is wrong: exit 2 with the line, nothing done', async () => {
    const at = place()
    at.repository('app')
    at.write('repos.yml', 'repositories:\n  - app\n  - ./app\n')
    const { code, stderr } = await retag(['batch', 'repos.yml', '--apply', '--author', 'a <a@b>'], at.root)
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'retag: repos.yml:3: ./app is named in line 2 already. Name each repository and branch once, with all its folders.\n',
    })
    expect(at.has('retag-batch')).toBe(false)
  })

  test('an output folder that cannot be', async () => {
    const at = place()
    at.repository('app')
    at.write('repos.txt', 'app\n')
    at.write('file', '')
    const { code, stderr } = await retag(['batch', 'repos.txt', '--out', 'file'], at.root)
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr:
        'retag: --out: file cannot be written (EEXIST). Mend that, then use --resume, or choose another place.\n',
    })
  })

  test('who commits must be known', async () => {
    const at = place()
    at.write('repos.txt', 'app\n')
    at.write('empty', '')
    const nobody = { ...env, GIT_CONFIG_GLOBAL: at.path('empty'), GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' }
    const { code, stderr } = await runIn(at.root, ['batch', 'repos.txt', '--apply'], { env: nobody })
    expect(code).toBe(2)
    expect(stderr).toContain('git does not know who commits. Use --author')
  })
})

test('on a terminal, a bar for all and a line for each that runs', () => {
  const at = place()
  const texts: string[] = []
  const stderr = terminal(texts)
  const io = { stdin: process.stdin, stdout: stderr, stderr, env: { NO_COLOR: '1' }, cwd: at.root }
  const progress = batchProgress(io, 3, 2)
  const [entry] = readManifest({
    text: 'evil\u202ename\n',
    shown: 'x.txt',
    folder: at.root,
    head: 'h',
    trust: false,
  })
  if (entry === undefined) throw new Error('not read')
  progress.phase(entry, 'cloning', 0)
  progress.phase(entry, 'deciding', 1)
  const result = { ...foldRow, name: 'evil\u202ename', outcome: 'failed' as const, reason: 'why' }
  progress.ended(result, 0)
  progress.stop()
  const text = texts.join('')
  expect(progress.done()).toBe(1)
  expect(text).toContain('evil\\u202ename: deciding')
  expect(text).toContain('[1/3] failed       evil\\u202ename  why')
  expect(text).not.toContain('\u202e')
})

describe('retag report merge', () => {
  test('folds reports and fleets, links them, and says when one is broken', async () => {
    const at = place()
    at.repository('one')
    at.repository('two', cleanFiles)
    at.write('repos.txt', 'one\n')
    await retag(['batch', 'repos.txt', '--out', 'shard'], at.root)
    await retag(
      [
        '--dry-run',
        '--report',
        `json=${at.path('jobs/two/report.json')}`,
        '--report',
        `html=${at.path('jobs/two/report.html')}`,
      ],
      at.path('two'),
    )
    const argv = [
      'report',
      'merge',
      'shard',
      'jobs/two/report.json',
      '--json',
      '--report',
      'html=all/fleet.html',
    ]
    const good = await runIn(at.root, argv, { env })
    expect(good).toMatchObject({
      code: 0,
      stderr: '2 repositories: 1 changed and 1 with nothing to change.\n',
    })
    const { repositories } = JSON.parse(good.stdout)
    expect(repositories.map(({ name }: { name: string }) => name)).toEqual(['one', 'two'])
    expect(repositories[1].reports).toEqual({
      json: 'jobs/two/report.json',
      html: 'jobs/two/report.html',
      markdown: null,
    })
    expect(at.read('all/fleet.html')).toMatch(/href="\.\.\/shard\/reports\/one-[\da-f]{12}\.html"/)
    expect(at.read('all/fleet.html')).toContain('href="../jobs/two/report.html"')
    at.write('jobs/broken.json', '{ "cut')
    const bad = await runIn(at.root, ['report', 'merge', 'shard/fleet.json', 'jobs/broken.json', '--json'], {
      env,
    })
    expect(bad).toMatchObject({ code: 3, stderr: '2 repositories: 1 changed and 1 failed.\n' })
    expect(bad.stdout).toContain('It is no valid JSON; it may be cut off.')
  })

  test.each([
    [['report', 'merge', 'x.json'], 'Nothing says where the report goes.'],
    [['report', 'merge', 'x.json', '--json'], 'x.json does not exist.'],
    [['report', 'merge', '.', '--json'], '. holds no JSON file.'],
    [['report', 'merge'], "Missing required argument 'files'."],
    [['report'], 'report alone does nothing. Use `retag report merge <files...>`.'],
    [['--check', 'report', 'merge', 'x.json'], '--check has no meaning before `report`.'],
  ])('%j', async (argv, message) => {
    const at = place()
    const { code, stderr } = await runIn(at.root, argv, { env })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

test('no path of this machine stands in a report that is not about it', async () => {
  const at = place()
  at.repository('app')
  at.write('repos.txt', 'app\n')
  await retag(['batch', 'repos.txt'], at.root)
  expect(everythingIn(at.path('retag-batch')).replaceAll(/^[^:]+:/gm, '')).not.toContain(at.root)
})

const foldRow = {
  ...{ key: 'k', labels: [], base: null, branch: null, commit: null, pullRequest: null, digest: null },
  ...{ destination: null, seconds: 0, megabytes: null, reports: { json: null, html: null, markdown: null } },
}

/** A stream that says it is a terminal, as far as cli-progress asks. */
function terminal(texts: string[]): Output {
  const write = (chunk: unknown, _encoding: unknown, done: () => void): void => {
    texts.push(String(chunk))
    done()
  }
  const stream = new Writable({ write, decodeStrings: false })
  return Object.assign(stream, { isTTY: true, columns: 100, rows: 30 })
}

function runBatch(cwd: string, argv: string[], environment: NodeJS.ProcessEnv): ReturnType<typeof retag> {
  return withInput(cwd, argv, '', environment)
}

/** Runs the real program with something on stdin. */
async function withInput(
  cwd: string,
  argv: string[],
  input: string,
  environment: NodeJS.ProcessEnv = env,
): ReturnType<typeof retag> {
  const [command = '', ...before] = program
  const child = spawn(command, [...before, ...argv], { cwd, env: { ...environment, NO_COLOR: '1' } })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString()
    })
  }
  child.stdin.end(input)
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? -1)))
  return { code, ...texts }
}
