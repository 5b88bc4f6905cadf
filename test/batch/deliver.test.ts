import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import {
  appFiles,
  applying,
  batchOf,
  listOf,
  migratedAction,
  outcomesOf,
  type Place,
  place,
  quietEnv,
} from './support.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

const head = 'retag/next-16'

describe('the branch', () => {
  test('of a repository on this machine lies in it; its files are not touched', async () => {
    const at = place()
    at.repository('app')
    at.write('app/app/page.tsx', 'work in progress\n')
    at.write('app/new.ts', 'untracked\n')
    const [result] = await batchOf(at, listOf('app'), { settings: applying })
    expect(result).toMatchObject({ outcome: 'changed', branch: head, destination: 'app', pullRequest: null })
    expect(at.git('app', 'rev-parse', head).trim()).toBe(result?.commit)
    expect(at.git('app', 'rev-parse', `${head}^`).trim()).toBe(result?.base)
    expect(at.git('app', 'show', `${head}:app/actions.ts`)).toBe(migratedAction)
    expect(at.git('app', 'diff', '--stat', 'main', head)).toContain('1 file changed')
    expect(at.read('app/app/page.tsx')).toBe('work in progress\n')
    expect(at.git('app', 'status', '--porcelain')).toBe(' M app/page.tsx\n?? new.ts\n')
    expect(at.git('app', 'symbolic-ref', 'HEAD').trim()).toBe('refs/heads/main')
    expect(at.has('out/work')).toBe(false)
  })

  test('is one commit with a message, dates and a parent that follow from what went in', async () => {
    const at = place()
    at.repository('one')
    at.git('.', 'clone', '-q', at.path('one'), at.path('two'))
    const [one, two] = await batchOf(at, listOf('one', 'two'), { settings: applying })
    expect(one?.commit).toBe(two?.commit)
    const raw = at.git('one', 'cat-file', 'commit', head)
    expect(raw).toContain('author Fleet Bot <bot@example.com> 1700000000 +0000\n')
    expect(raw).toContain('committer Fleet Bot <bot@example.com> 1700000000 +0000\n')
    expect(raw).toMatch(
      /\n\nMove cache invalidation to Next\.js 16\n\nMade from [\da-f]{40} with retag \d+\.\d+\.\d+\.\n\nMigrated-by: retag\n$/,
    )
  })

  test('is the same after a second run, and follows its base', async () => {
    const at = place()
    at.repository('app')
    const [first] = await batchOf(at, listOf('app'), { settings: applying })
    const [second] = await batchOf(at, listOf('app'), { settings: applying })
    expect(second?.commit).toBe(first?.commit)
    at.git('app', 'commit', '--allow-empty', '-qm', 'more')
    const [third] = await batchOf(at, listOf('app'), { settings: applying })
    expect(third?.commit).not.toBe(first?.commit)
    expect(at.git('app', 'rev-list', '--count', `main..${head}`).trim()).toBe('1')
    expect(at.git('app', 'branch', '--list', 'retag/*').trim()).toBe(head)
  })

  test('is left alone where somebody has worked on it, or stands on it', async () => {
    const at = place()
    at.repository('worked')
    at.repository('amended')
    at.repository('standing')
    await batchOf(at, listOf('worked', 'amended', 'standing'), { settings: applying })
    at.git('worked', 'checkout', '-q', head)
    at.git('worked', 'commit', '--allow-empty', '-qm', 'mine')
    at.git('worked', 'checkout', '-q', 'main')
    at.git('amended', 'checkout', '-q', head)
    at.git('amended', 'commit', '--allow-empty', '--amend', '-qC', 'HEAD')
    at.git('amended', 'checkout', '-q', 'main')
    at.git('standing', 'checkout', '-q', head)
    const before = ['worked', 'amended', 'standing'].map((name) => at.git(name, 'rev-parse', head))
    const manifest = JSON.stringify({ repositories: ['worked', 'amended', 'standing'] })
    const results = await batchOf(at, manifest, { settings: applying })
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', expect.stringContaining('holds work of somebody else')],
      ['failed', expect.stringContaining('holds work of somebody else')],
      ['failed', expect.stringContaining(`It stands on ${head}`)],
    ])
    expect(['worked', 'amended', 'standing'].map((name) => at.git(name, 'rev-parse', head))).toEqual(before)
  })

  test('a branch that is checked out is not pulled away from under its files', async () => {
    const at = place()
    at.repository('app')
    await batchOf(at, listOf('app'), { settings: applying })
    at.git('app', 'config', 'receive.denyCurrentBranch', 'updateInstead')
    at.git('app', 'commit', '--allow-empty', '-qm', 'more')
    at.git('app', 'checkout', '-q', head)
    const manifest = JSON.stringify({ repositories: [{ repo: 'app', branch: 'main' }] })
    const [result] = await batchOf(at, manifest, { settings: applying })
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('checked out') })
    expect(at.git('app', 'status', '--porcelain')).toBe('')
  })

  test('of a URL stays in a clone, or is pushed', async () => {
    const at = place()
    at.repository('work')
    at.bare('bare.git', 'work')
    const url = `file://${at.path('bare.git')}`
    const [kept] = await batchOf(at, listOf(url), { settings: applying })
    expect(kept?.destination).toContain(at.path('out/clones'))
    const folder = (kept?.destination ?? '').slice(at.root.length + 1)
    expect(at.git(folder, 'status', '--porcelain')).toBe('')
    expect(at.git(folder, 'symbolic-ref', 'HEAD').trim()).toBe(`refs/heads/${head}`)
    expect(at.git('bare.git', 'branch', '--list', 'retag/*')).toBe('')
    const [pushed] = await batchOf(at, listOf(url), { settings: { ...applying, push: true } })
    expect(pushed?.commit).toBe(kept?.commit)
    expect(at.git('bare.git', 'rev-parse', head).trim()).toBe(kept?.commit)
  })

  test('of a repository on this machine goes to its origin with --push', async () => {
    const at = place()
    at.repository('work')
    at.bare('bare.git', 'work')
    at.git('.', 'clone', '-q', at.path('bare.git'), at.path('app'))
    const results = await batchOf(at, listOf('app', 'work'), { settings: { ...applying, push: true } })
    expect(outcomesOf(results)).toEqual({ app: 'changed', work: 'failed' })
    expect(results[1]?.reason).toContain('It has no remote "origin"')
    expect(at.git('bare.git', 'show', `${head}:app/actions.ts`)).toBe(migratedAction)
    expect(at.git('app', 'branch', '--list', 'retag/*')).toBe('')
  })

  test('two base branches of one repository', async () => {
    const at = place()
    at.repository('app')
    at.git('app', 'branch', 'release/2')
    const manifest = JSON.stringify({
      repositories: [
        { repo: 'app', branch: 'main' },
        { repo: 'app', branch: 'release/2' },
      ],
    })
    const results = await batchOf(at, manifest, { settings: applying })
    expect(results.map(({ branch }) => branch)).toEqual([`${head}-main`, `${head}-release/2`])
  })

  test('only the folders that are named', async () => {
    const at = place()
    const filesOf = (app: string): Record<string, string> =>
      Object.fromEntries(Object.entries(appFiles).map(([name, text]) => [`apps/${app}/${name}`, text]))
    at.repository('mono', { ...filesOf('a'), ...filesOf('b') })
    const manifest = JSON.stringify({ repositories: [{ repo: 'mono', folders: ['./apps/b/'] }] })
    const [result] = await batchOf(at, manifest, { settings: applying })
    expect(result).toMatchObject({ outcome: 'changed', reason: null })
    expect(at.git('mono', 'diff', '--name-only', 'main', head).trim()).toBe('apps/b/app/actions.ts')
  })

  test('none where the verify command fails', async () => {
    const at = place()
    at.repository('app')
    const settings = { ...applying, trust: true, verifyCommand: 'echo tests are red >&2; exit 4' }
    const [result] = await batchOf(at, listOf('app'), { settings })
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'The verify command ended with exit code 4: tests are red',
      branch: null,
    })
    expect(at.git('app', 'branch', '--list', 'retag/*')).toBe('')
  })
})

describe('the pull request', () => {
  test.each([
    ['gh', 'github.example.com', 'https://github.example.com/acme/shop/pull/7'],
    ['glab', 'gitlab.example.com', 'https://gitlab.example.com/acme/shop/-/merge_requests/7'],
  ] as const)('%s: opened once, then updated', async (program, host, url) => {
    const at = place()
    at.repository('work')
    at.bare('bare.git', 'work')
    const env = forge(at, program, host, url)
    const settings = { ...applying, push: true, pr: true }
    const manifest = listOf(`https://${host}/acme/shop.git`)
    const [first] = await batchOf(at, manifest, { settings, env })
    expect(first).toMatchObject({ outcome: 'changed', reason: null, pullRequest: url })
    at.git('work', 'commit', '--allow-empty', '-qm', 'more')
    at.git('work', 'push', '-q', at.path('bare.git'), 'main')
    const [second] = await batchOf(at, manifest, { settings, env })
    expect(second).toMatchObject({ outcome: 'changed', pullRequest: url })
    expect(second?.commit).not.toBe(first?.commit)
    const calls = at.read('calls').trim().split('\n')
    const kind = program === 'gh' ? 'pr' : 'mr'
    const change = program === 'gh' ? 'edit' : 'update'
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      `${kind} list`,
      `${kind} create`,
      `${kind} list`,
      `${kind} ${change}`,
    ])
    for (const call of calls) expect(call).toContain(`--repo https://${host}/acme/shop`)
    expect(calls[1]).toContain(program === 'gh' ? '--base main' : '--target-branch main')
    expect(at.read('body')).toContain('## retag: cache invalidation for Next.js 16')
  })

  test('a forge that nobody knows, a program that is not there, one that says no', async () => {
    const at = place()
    at.repository('work')
    at.bare('bare.git', 'work')
    const settings = { ...applying, push: true, pr: true }
    const env = forge(at, 'gh', 'git.example.com', '')
    const manifest = listOf('https://git.example.com/acme/shop.git')
    const [unknown] = await batchOf(at, manifest, { settings, env })
    expect(unknown?.reason).toBe(
      'Which forge runs on git.example.com is not known. Name its program with --forge gh or glab.',
    )
    const [none] = await batchOf(at, manifest, {
      settings: { ...settings, forge: 'glab' },
      env: { ...env, PATH: `${at.path('bin')}:/usr/bin:/bin` },
    })
    expect(none?.reason).toContain('glab is not on this machine')
    at.write(
      'bin/gh',
      '#!/bin/sh\necho "HTTP 401: Bad credentials for https://bot:hunter2@git.example.com" >&2\nexit 4\n',
    )
    const [refused] = await batchOf(at, manifest, { settings: { ...settings, forge: 'gh' }, env })
    expect(refused).toMatchObject({
      outcome: 'failed',
      // What was done before is told.
      branch: head,
      reason: 'gh pr list: HTTP 401: Bad credentials for https://***@git.example.com',
    })
  })
})

/**
 * Puts a program of a forge on the path that notes its calls and knows one request after it was created; the host's
 * repository is `bare.git`, as the settings of the person have it.
 */
function forge(at: Place, program: 'gh' | 'glab', host: string, url: string): NodeJS.ProcessEnv {
  const field = program === 'gh' ? 'url' : 'web_url'
  const lines = [
    '#!/bin/sh',
    `printf '%s ' "$@" | tr '\\n' ' ' >> ${at.path('calls')}; echo >> ${at.path('calls')}`,
    'case "$2" in',
    `  list) if [ -e ${at.path('open')} ]; then echo '[{"${field}":"${url}"}]'; else echo '[]'; fi ;;`,
    `  create) touch ${at.path('open')}; echo "Creating"; echo "${url}" ;;`,
    'esac',
    'while [ $# -gt 0 ]; do',
    `  [ "$1" = --body-file ] && cp "$2" ${at.path('body')}`,
    `  [ "$1" = --description ] && printf %s "$2" > ${at.path('body')}`,
    '  shift',
    'done',
    'exit 0',
    '',
  ]
  at.write(`bin/${program}`, lines.join('\n'))
  chmodSync(at.path(`bin/${program}`), 0o755)
  at.write('global', `[url "file://${at.path('bare.git')}"]\n\tinsteadOf = https://${host}/acme/shop.git\n`)
  if (!existsSync(join(at.root, 'bin'))) throw new Error('the program is not there')
  return { ...quietEnv, PATH: `${at.path('bin')}:${process.env.PATH}`, GIT_CONFIG_GLOBAL: at.path('global') }
}
