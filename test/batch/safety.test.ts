import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { gitEnvironment } from '../../src/batch/git/environment.js'
import type { Settings } from '../../src/batch/types.js'
import { serveGit } from './git-server.js'
import {
  appFiles,
  applying,
  batchOf,
  everythingIn,
  listOf,
  migratedAction,
  outcomesOf,
  type Place,
  place,
  quietEnv,
} from './support.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 120_000 })

/** A shell command that leaves a mark when anybody runs it. */
const marks = (at: Place): string => `touch ${at.path('ran')}`

/** A program that leaves a mark, and passes on what it reads. */
function markingProgram(at: Place, name: string): string {
  at.write(name, `#!/bin/sh\ntouch ${at.path('ran')}\ncat\n`)
  chmodSync(at.path(name), 0o755)
  return at.path(name)
}

async function changes(at: Place, name: string, settings: Settings = applying): Promise<void> {
  const results = await batchOf(at, listOf(name), { settings })
  expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([['changed', null]])
  expect(at.git(name, 'show', 'retag/next-16:app/actions.ts')).toBe(migratedAction)
  expect(at.has('ran')).toBe(false)
}

describe('nothing of a repository runs', () => {
  test('no hook: of the repository that lends, of the one that receives, of the templates of the person', async () => {
    const at = place()
    at.repository('app')
    at.bare('bare', 'app')
    const names =
      'post-checkout post-index-change pre-commit prepare-commit-msg commit-msg post-commit pre-push reference-transaction pre-receive update post-receive post-update push-to-checkout proc-receive'
    for (const name of names.split(' ')) {
      for (const folder of ['app/.git/hooks', 'bare/hooks', 'templates/hooks']) {
        at.write(`${folder}/${name}`, `#!/bin/sh\n${marks(at)}\n`)
        chmodSync(at.path(`${folder}/${name}`), 0o755)
      }
    }
    at.write(
      'global',
      `[init]\n\ttemplateDir = ${at.path('templates')}\n[core]\n\thooksPath = ${at.path('templates/hooks')}\n`,
    )
    const env = { ...quietEnv, GIT_CONFIG_GLOBAL: at.path('global') }
    const settings = { ...applying, push: true }
    const url = `file://${at.path('bare')}`
    const local = await batchOf(at, listOf('app'), { settings: applying, env })
    const remote = await batchOf(at, listOf(url), { settings, env })
    expect([...local, ...remote].map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['changed', null],
      ['changed', null],
    ])
    expect(at.git('bare', 'show', 'retag/next-16:app/actions.ts')).toBe(migratedAction)
    expect(at.has('ran')).toBe(false)
    // The hooks do run for somebody else: the test would see it.
    at.git('app', 'commit', '--allow-empty', '-qm', 'hooked')
    expect(at.has('ran')).toBe(true)
  })

  test('no filter of .gitattributes, whoever configured it', async () => {
    const at = place()
    const filter = markingProgram(at, 'filter')
    at.repository('app')
    // Put into the index as it is: git itself would refuse to add files under these attributes.
    const attributes = '* filter=evil text eol=crlf working-tree-encoding=UTF-16\n[attr]evil filter=evil\n'
    at.write('attributes', attributes)
    const blob = at.git('app', 'hash-object', '-w', '--no-filters', at.path('attributes')).trim()
    at.git('app', 'update-index', '--add', '--cacheinfo', `100644,${blob},.gitattributes`)
    at.git('app', 'commit', '-qm', 'attributes')
    const config = `[filter "evil"]\n\tsmudge = ${filter}\n\tclean = ${filter}\n\trequired = true\n[filter "lfs"]\n\tprocess = ${filter}\n`
    at.write('app/.git/config', `${at.read('app/.git/config')}${config}`)
    at.write('global', config)
    at.bare('bare', 'app')
    const over = { settings: applying, env: { ...quietEnv, GIT_CONFIG_GLOBAL: at.path('global') } }
    expect(outcomesOf(await batchOf(at, listOf('app'), over))).toEqual({ app: 'changed' })
    expect(at.git('app', 'show', 'retag/next-16:app/actions.ts')).toBe(migratedAction)
    const [kept] = await batchOf(at, listOf(`file://${at.path('bare')}`), over)
    expect(readFileSync(join(kept?.destination ?? '', 'app/actions.ts'), 'utf8')).toBe(migratedAction)
    expect(at.has('ran')).toBe(false)
    // Anybody else who checks it out runs the filter: the test would see it.
    at.git('app', 'checkout', '-f', 'HEAD', '.')
    expect(at.has('ran')).toBe(true)
  })

  test('no file system monitor', async () => {
    const at = place()
    at.repository('app')
    at.git('app', 'config', 'core.fsmonitor', markingProgram(at, 'monitor'))
    at.write('global', `[core]\n\tfsmonitor = ${at.path('monitor')}\n`)
    const env = { ...quietEnv, GIT_CONFIG_GLOBAL: at.path('global') }
    const results = await batchOf(at, listOf('app'), { settings: applying, env })
    expect(outcomesOf(results)).toEqual({ app: 'changed' })
    expect(at.has('ran')).toBe(false)
    at.git('app', 'status')
    expect(at.has('ran')).toBe(true)
  })

  test('no submodule, and no transport that is a program', async () => {
    const at = place()
    at.repository('app', {
      ...appFiles,
      '.gitmodules': `[submodule "evil"]\n\tpath = evil\n\turl = ext::sh -c ${marks(at).replace(' ', '%20')}\n\tupdate = !${marks(at)}\n`,
    })
    const commit = at.git('app', 'rev-parse', 'HEAD').trim()
    at.git('app', 'update-index', '--add', '--cacheinfo', `160000,${commit},evil`)
    at.git('app', 'commit', '-qm', 'submodule')
    at.git('app', 'config', 'submodule.recurse', 'true')
    await changes(at, 'app')
    expect(at.git('app', 'ls-tree', 'retag/next-16', 'evil')).toContain(`160000 commit ${commit}`)
    expect(() => batchOf(at, listOf(`ext::sh -c ${marks(at)}`))).toThrow(
      'is a transport that can run programs',
    )
    expect(at.has('ran')).toBe(false)
  })

  test('no fetching of missing objects by the settings of a repository on this machine', async () => {
    const at = place()
    at.repository('whole')
    at.git('whole', 'config', 'uploadpack.allowFilter', 'true')
    at.git(
      '.',
      'clone',
      '-q',
      '--no-checkout',
      '--filter=blob:none',
      `file://${at.path('whole')}`,
      at.path('app'),
    )
    at.git('app', 'config', 'remote.origin.uploadpack', markingProgram(at, 'upload'))
    const [result] = await batchOf(at, listOf('app'))
    // Every file is missing in it, its package.json too.
    expect(result).toMatchObject({
      outcome: 'failed',
      reason: 'There is no Next.js app in it. (3 files not looked at, missing in this partial clone)',
    })
    expect(at.has('ran')).toBe(false)
  })

  test('no config module, unless it is trusted; a plain one is read', async () => {
    const at = place()
    const module = `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(at.path('ran'))}, '')\nexport default { ignore: ['x'] }\n`
    at.repository('app', { ...appFiles, 'retag.config.ts': module })
    at.repository('computed', {
      ...appFiles,
      'retag.config.ts': `${module}export const a = 1\n`.replace("['x']", "['x'].map(String)"),
    })
    const before = await batchOf(at, listOf('app', 'computed'))
    expect(before.map(({ outcome }) => outcome)).toEqual(['changed', 'failed'])
    expect(before[1]?.reason).toContain('cannot be read without running it')
    expect(at.has('ran')).toBe(false)
    const trusted = await batchOf(at, listOf('computed'), { settings: { ...applying, trust: true } })
    expect(outcomesOf(trusted)).toEqual({ computed: 'changed' })
    expect(at.has('ran')).toBe(true)
  })

  test('no script of package.json, no formatter and no TypeScript of node_modules', async () => {
    const at = place()
    const evil = `require('node:fs').writeFileSync(${JSON.stringify(at.path('ran'))}, '')\n`
    const scripts = Object.fromEntries(
      ['preinstall', 'install', 'postinstall', 'prepare', 'format', 'lint', 'test'].map((name) => [
        name,
        marks(at),
      ]),
    )
    const packages = ['prettier', 'typescript', '@biomejs/biome', 'oxfmt', 'retag'].flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        `{ "name": "${name}", "version": "9.0.0", "main": "index.js", "bin": "index.js" }\n`,
      ],
      [`node_modules/${name}/index.js`, evil],
    ])
    at.repository('app', {
      ...appFiles,
      'package.json': JSON.stringify({
        scripts,
        dependencies: { next: '16.0.1' },
        devDependencies: { prettier: '*' },
      }),
      'prettier.config.js': evil,
      '.prettierrc': '{ "plugins": ["./prettier.config.js"] }\n',
      'biome.json': '{}',
      ...Object.fromEntries(packages),
    })
    await changes(at, 'app')
  })

  test('a verify command needs trust; its droppings are in no commit', async () => {
    const at = place()
    at.repository('app')
    const settings = {
      ...applying,
      trust: true,
      verifyCommand: `${marks(at)}; echo x > dropped.ts; echo >> app/page.tsx`,
    }
    const results = await batchOf(at, listOf('app'), { settings })
    expect(outcomesOf(results)).toEqual({ app: 'changed' })
    expect(at.has('ran')).toBe(true)
    expect(at.git('app', 'diff', '--name-only', 'main', 'retag/next-16').trim()).toBe('app/actions.ts')
  })

  test('a bare repository that lies in the tree as files', async () => {
    const at = place()
    const config = `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${markingProgram(at, 'monitor')}\n`
    const fake = {
      'web/HEAD': 'ref: refs/heads/main\n',
      'web/config': config,
      'web/refs/x.json': '{}',
      'web/objects/x.json': '{}',
    }
    at.repository('app', {
      ...Object.fromEntries(Object.entries(appFiles).map(([name, text]) => [`web/${name}`, text])),
      ...fake,
    })
    const manifest = JSON.stringify({ repositories: [{ repo: 'app', folders: ['web'] }] })
    const results = await batchOf(at, manifest, { settings: applying })
    expect(outcomesOf(results)).toEqual({ app: 'changed' })
    expect(at.has('ran')).toBe(false)
  })
})

describe('nothing leads out of a clone', () => {
  test('links out of the tree are not followed, and stay in the commit', async () => {
    const at = place()
    at.write('secret.json', '{ "token": "hidden-in-the-outside" }')
    at.write(
      'outside/lib.ts',
      "import { revalidateTag } from 'next/cache'\nexport const go = () => revalidateTag('x')\n",
    )
    at.repository('app')
    const link = (target: string, name: string): void => symlinkSync(target, at.path(`app/${name}`))
    link(at.path('secret.json'), 'retag.config.json')
    link(at.path('outside'), 'lib')
    link('../outside/lib.ts', 'app/lib.ts')
    link('.git/config', 'tsconfig.json')
    link('lib', 'second')
    link('nowhere', 'dangling.ts')
    mkdirSync(at.path('app/src'))
    writeFileSync(at.path('app/src/ok.ts'), 'export const ok = 1\n')
    link('src', 'inside')
    at.git('app', 'add', '-A')
    at.git('app', 'commit', '-qm', 'links')
    await changes(at, 'app')
    expect(at.git('app', 'diff', '--name-only', 'main', 'retag/next-16').trim()).toBe('app/actions.ts')
    expect(at.read('outside/lib.ts')).toContain("revalidateTag('x')")
    expect(everythingIn(at.path('out'))).not.toContain('hidden-in-the-outside')
    expect(everythingIn(at.path('out'))).not.toContain('outside/lib.ts')
  })

  test('imports through a link inside of the tree still count', async () => {
    const at = place()
    at.repository('app', {
      ...appFiles,
      'shared/tags.ts':
        "import { revalidateTag } from 'next/cache'\nexport function expire() {\n  revalidateTag('posts')\n}\n",
      'app/actions.ts':
        "'use server'\nimport { expire } from '../lib/tags'\nexport async function save() {\n  expire()\n}\n",
    })
    symlinkSync('shared', at.path('app/lib'))
    at.git('app', 'add', '-A')
    at.git('app', 'commit', '-qm', 'link')
    await batchOf(at, listOf('app'), { settings: applying })
    expect(at.git('app', 'show', 'retag/next-16:shared/tags.ts')).toContain("updateTag('posts')")
  })

  test.each(['../out', '/etc', 'a/../../b', '.', '..'])('no folder of a manifest: %s', (folder) => {
    const at = place()
    const manifest = JSON.stringify({ repositories: [{ repo: 'app', folders: [folder] }] })
    expect(() => batchOf(at, manifest)).toThrow('is no folder inside of the repository')
  })
})

describe('credentials', () => {
  const token = 'tok-e+n/9f8e7d6c'
  const encoded = encodeURIComponent(token)

  test('a password in a URL works, and is in no log, report, journal, clone or command line', async () => {
    const at = place()
    at.repository('work')
    at.bare('bare.git', 'work')
    const server = await serveGit(at.root, { user: 'bot', password: token })
    const url = `http://bot:${encoded}@127.0.0.1:${server.port}/bare.git`
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    at.write('bin/git', `#!/bin/sh\necho "$@" >> ${at.path('commands')}\nexec ${git} "$@"\n`)
    chmodSync(at.path('bin/git'), 0o755)
    const seen: string[] = []
    const over = {
      env: { ...quietEnv, PATH: `${at.path('bin')}:${process.env.PATH}` },
      ended: (result: unknown) => seen.push(JSON.stringify(result)),
    }
    const pushed = await batchOf(at, listOf(url), { settings: { ...applying, push: true }, ...over })
    expect(
      pushed.map(({ name, outcome, reason, destination }) => [name, outcome, reason, destination]),
    ).toEqual([[`127.0.0.1:${server.port}/bare`, 'changed', null, `127.0.0.1:${server.port}/bare`]])
    expect(at.git('bare.git', 'show', 'retag/next-16:app/actions.ts')).toBe(migratedAction)
    // Kept clones must not hold it either.
    const [kept] = await batchOf(at, listOf(url), { settings: applying, ...over })
    expect(existsSync(join(kept?.destination ?? '', '.git'))).toBe(true)
    expect(at.read('commands')).toContain('push')
    const all = everythingIn(at.path('out')) + seen.join('\n') + at.read('commands')
    expect(all).not.toContain(token)
    expect(all).not.toContain(encoded)
  })

  test('nor in what git says of a failure', async () => {
    const at = place()
    const server = await serveGit(at.root, { user: 'bot', password: 'another' })
    const wrong = `http://bot:${encoded}@127.0.0.1:${server.port}/none.git`
    const gone = `https://${encoded}@127.0.0.1:1/acme/shop.git`
    expect(() => batchOf(at, listOf(`https://host/a.git?private_token=${encoded}`))).toThrow(
      /^repos\.yml:1: git takes no address with a query\. Use a credential helper for tokens\.$/,
    )
    const results = await batchOf(at, listOf(wrong, gone))
    expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
    const all = everythingIn(at.path('out')) + JSON.stringify(results)
    expect(all).not.toContain(token)
    expect(all).not.toContain(encoded)
  })

  test("the person's own settings for remotes stay, other variables of git do not", () => {
    const env = gitEnvironment({
      ...{ PATH: '/bin', GIT_DIR: '/elsewhere', GIT_TRACE: '1', GIT_SSH_COMMAND: 'ssh -i key' },
      ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.extraHeader', GIT_CONFIG_VALUE_0: 'x' },
      ...{ GIT_CONFIG_PARAMETERS: "'core.hooksPath=/evil'", GIT_EXTERNAL_DIFF: 'evil' },
    })
    expect(env).toMatchObject({
      PATH: '/bin',
      GIT_SSH_COMMAND: 'ssh -i key',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
    })
    expect(env).toMatchObject({ GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh' })
    expect(Object.keys(env)).not.toEqual(expect.arrayContaining(['GIT_DIR']))
    for (const name of ['GIT_DIR', 'GIT_TRACE', 'GIT_CONFIG_PARAMETERS', 'GIT_EXTERNAL_DIFF']) {
      expect(env).not.toHaveProperty(name)
    }
    expect(Number(env.GIT_CONFIG_COUNT)).toBeGreaterThan(10)
    expect(env[`GIT_CONFIG_KEY_${Number(env.GIT_CONFIG_COUNT) - 1}`]).toBeDefined()
  })
})

test('file names with line ends, quotes and control characters are harmless', async () => {
  const at = place()
  const action = appFiles['app/actions.ts'] ?? ''
  const names = [
    'app/a\nb.ts',
    'app/"quoted".ts',
    "app/it's $(touch ran) `touch ran`.ts",
    'app/\u001b[31mred.ts',
    'app/--flag.ts',
    'app/-rf.ts',
    'app/[id]/x y.ts',
    'app/<img src=x>.ts',
  ]
  at.repository('app', { ...appFiles, ...Object.fromEntries(names.map((name) => [name, action])) })
  const [result] = await batchOf(at, listOf('app'), { settings: applying })
  expect(result).toMatchObject({
    outcome: 'changed',
    digest: { files: { changed: names.length + 1, failed: 0 } },
  })
  const changed = at
    .git('app', 'diff', '-z', '--name-only', 'main', 'retag/next-16')
    .split('\0')
    .filter(Boolean)
  expect(changed.sort()).toEqual([...names, 'app/actions.ts'].sort())
  const html = at.read(`out/${result?.reports.html}`)
  expect(html).not.toContain('<img src=x>')
})
