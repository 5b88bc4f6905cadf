import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { appFiles, batchOf, cleanFiles, listOf, outcomesOf, place, reviewFiles } from './support.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 180_000 })

describe('each repository has its outcome, and the others finish', () => {
  test('changed, needs-review, clean, skipped, failed', async () => {
    const at = place()
    at.repository('changes')
    at.repository('decides', reviewFiles)
    at.repository('done', cleanFiles)
    at.repository('other', { 'package.json': '{}', 'index.js': 'module.exports = 1\n' })
    mkdirSync(at.path('empty'))
    at.git('empty', 'init', '-q')
    at.repository('branchless')
    at.repository('inside')
    mkdirSync(at.path('plain'))
    const manifest = JSON.stringify({
      repositories: [
        'changes',
        'decides',
        'done',
        'other',
        'empty',
        { repo: 'branchless', branch: 'nope' },
        'inside/app',
        'plain',
        'gone',
      ],
    })
    const results = await batchOf(at, manifest)
    expect(results.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['changes', 'changed', null],
      ['decides', 'needs-review', '1 place to review'],
      ['done', 'clean', null],
      ['other', 'skipped', 'There is no Next.js app in it.'],
      ['empty', 'skipped', 'The repository is empty.'],
      ['branchless', 'failed', 'There is no branch nope in it.'],
      [
        'inside/app',
        'failed',
        'It is a folder inside of a repository. Name its top, and the folder under "folders".',
      ],
      ['plain', 'failed', expect.stringContaining('git rev-parse: not a git repository')],
      ['gone', 'failed', 'The folder does not exist.'],
    ])
    // A dry run changes nothing and leaves nothing but reports.
    expect(at.git('changes', 'status', '--porcelain')).toBe('')
    expect(at.git('changes', 'branch', '--list').trim()).toBe('* main')
    expect(readdirSync(at.path('out')).sort()).toEqual(['.gitignore', 'journal.jsonl', 'reports'])
    expect(readdirSync(at.path('out/reports'))).toHaveLength(9)
    expect(JSON.parse(at.read(`out/${results[0]?.reports.json}`))).toMatchObject({
      root: 'changes',
      mode: 'dry-run',
    })
  })

  test('an unreachable URL is tried again, as only the network is to blame', async () => {
    const at = place()
    at.repository('fine', cleanFiles)
    const begin = Date.now()
    const results = await batchOf(at, listOf('https://127.0.0.1:1/acme/shop.git', 'fine'), {
      limits: { backoff: [150, 150] },
    })
    expect(outcomesOf(results)).toEqual({ '127.0.0.1:1/acme/shop': 'failed', fine: 'clean' })
    expect(results[0]?.reason).toContain("git clone: unable to access 'https://127.0.0.1:1/acme/shop.git/'")
    expect(Date.now() - begin).toBeGreaterThan(300)
  })

  test('a missing branch, and an empty repository, behind a URL', async () => {
    const at = place()
    at.repository('app')
    mkdirSync(at.path('empty'))
    at.git('empty', 'init', '-q', '--bare')
    const url = (name: string): string => `file://${at.path(name)}`
    const results = await batchOf(
      at,
      JSON.stringify({ repositories: [{ repo: url('app'), branch: 'nope' }, url('empty'), url('none')] }),
    )
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', expect.stringContaining('Remote branch nope not found')],
      ['skipped', 'The repository is empty.'],
      ['failed', expect.stringContaining('does not')],
    ])
  })

  test('a corrupt object', async () => {
    const at = place()
    at.repository('broken')
    at.repository('fine', cleanFiles)
    const blob = at.git('broken', 'rev-parse', 'HEAD:app/actions.ts').trim()
    const file = at.path(`broken/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`)
    execFileSync('chmod', ['+w', file])
    writeFileSync(file, 'not an object')
    const results = await batchOf(at, listOf('broken', 'fine'))
    expect(outcomesOf(results)).toEqual({ broken: 'failed', fine: 'clean' })
    expect(results[0]?.reason).toContain(blob)
  })

  test('one that takes more memory than it may', async () => {
    const at = place()
    const module = `export const data = [${'"abcdefghij",'.repeat(5_000)}]\nexport { revalidateTag } from 'next/cache'\n`
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`lib/m${index}.ts`, module]))
    const imports = Object.keys(files).map(
      (name, index) => `import { revalidateTag as r${index} } from '../${name.replace('.ts', '')}'`,
    )
    at.repository('large', {
      ...appFiles,
      ...files,
      'app/all.ts': `'use server'\n${imports.join('\n')}\nexport async function go() {\n${imports.map((_, index) => `  r${index}('t')`).join('\n')}\n}\n`,
    })
    at.repository('fine', cleanFiles)
    const results = await batchOf(at, listOf('large', 'fine'), { limits: { memory: 300 } })
    expect(outcomesOf(results)).toEqual({ large: 'failed', fine: 'clean' })
    expect(results[0]?.reason).toBe('It took more memory than the 300 MB of --memory. Raise that.')
  })

  test('one that takes too long', async () => {
    const at = place()
    at.repository('slow')
    const [result] = await batchOf(at, listOf('slow'), {
      limits: { timeout: 1_500 },
      program: [process.execPath, '-e', 'setInterval(() => {}, 1000)', '--'],
    })
    expect(result).toMatchObject({
      outcome: 'timed-out',
      reason: 'It took longer than the 1.5 s of --timeout, and was deciding then.',
    })
  })

  test('one of 100,000 files', async () => {
    const at = place()
    at.repository('many')
    // Written by git itself: as many files on this disk would take longer than the test.
    const stream = [
      'commit refs/heads/main',
      'committer t <t@t> 1700000100 +0000',
      'data 4',
      'more',
      'from refs/heads/main^0',
      ...Array.from({ length: 100_000 }, (_, index) => [
        `M 644 inline data/${index % 1000}/${index}.txt`,
        'data 1',
        'x',
      ]).flat(),
      '',
    ]
    execFileSync('git', ['fast-import', '--quiet', '--force'], {
      cwd: at.path('many'),
      input: stream.join('\n'),
    })
    const [result] = await batchOf(at, listOf('many'))
    expect(result).toMatchObject({ outcome: 'changed', digest: { files: { selected: 2, changed: 1 } } })
  })

  test('a program that ends without a word', async () => {
    const at = place()
    at.repository('app')
    const [result] = await batchOf(at, listOf('app'), {
      program: [process.execPath, '-e', 'process.exit(7)', '--'],
    })
    expect(result).toMatchObject({ outcome: 'failed', reason: 'retag ended with exit code 7:' })
  })
})

describe('a full disk', () => {
  // Only somebody who may mount has a disk that is small enough.
  test.runIf(canMount())('fails the repository that finds no room; the journal has it', async () => {
    const at = place()
    const noise = Array.from(
      { length: 60_000 },
      (_, index) => `export const a${index} = ${Math.sin(index)}`,
    ).join('\n')
    at.repository('large', {
      ...appFiles,
      'lib/one.ts': noise,
      'lib/two.ts': `${noise};`,
      'lib/three.ts': `${noise} `,
    })
    at.repository('small', cleanFiles)
    const unmount = mountSmall(at.path('out'))
    onTestFinished(unmount)
    const results = await batchOf(at, listOf('large', 'small'), { limits: { concurrency: 1 } })
    expect(outcomesOf(results)).toEqual({ large: 'failed', small: 'clean' })
    expect(results[0]?.reason).toContain('The disk is full. Free some space.')
    expect(at.read('out/journal.jsonl')).toContain('"type":"finished"')
  })
})

/** Mounts a disk of three megabytes; gives what takes it away. */
function mountSmall(folder: string): () => void {
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' })
  return () => execFileSync('umount', [folder])
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'retag-mount-'))
  try {
    mountSmall(join(folder, 'disk'))()
    return true
  } catch {
    return false // In a container even the superuser may be refused.
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
