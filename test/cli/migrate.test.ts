import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { Report } from '../../src/report/json.js'
import { finding } from '../report/sample.js'
import { appFiles, fakeEngine, project, runIn } from './fake.js'

// Every test starts processes; a loaded machine needs its time.
vi.setConfig({ testTimeout: 60_000 })

const action = 'app/actions.ts'

function report(text: string): Report {
  return JSON.parse(text) as Report
}

describe('writing', () => {
  test('a clean tree is changed without a question where no terminal is', async () => {
    const { root, read } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, [])
    expect(code).toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('2 calls became updateTag(tag)')
    expect(read(action)).toContain("updateTag('posts')")
  })

  test('a second run finds nothing to do', async () => {
    const { root, git } = project({ git: true })
    await runIn(root, [])
    git('commit', '-qam', 'moved')
    const { code, stderr } = await runIn(root, ['--check'])
    expect(code).toBe(0)
    expect(stderr).toContain('Nothing to do')
  })

  test.each([['--dry-run'], ['-d'], ['--dry'], ['--check']])('%s writes nothing', async (flag) => {
    const { root, read } = project({ git: true })
    const { code, stderr } = await runIn(root, [flag])
    expect(code).toBe(flag === '--check' ? 1 : 0)
    expect(stderr).toContain('2 calls would become')
    expect(stderr).toContain('To write these changes: npx retag\n')
    expect(read(action)).toBe(appFiles[action])
  })

  test.each(['true', '1', 'TRUE', 'yes'])('DRY_RUN=%s writes nothing and is named', async (value) => {
    const { root, read } = project({ git: true })
    const { code, stderr } = await runIn(root, ['--yes', '--force'], { env: { DRY_RUN: value } })
    expect(code).toBe(0)
    expect(stderr).toContain('DRY_RUN is set in the environment.')
    expect(read(action)).toBe(appFiles[action])
  })

  test.each(['false', '0', ''])('DRY_RUN=%s is no dry run', async (value) => {
    const { root, read } = project({ git: true })
    await runIn(root, [], { env: { DRY_RUN: value } })
    expect(read(action)).not.toBe(appFiles[action])
  })

  test('a file that cannot be written: it is named, the rest is done, exit 3', async () => {
    const { root } = project({ git: true })
    const failures = [{ file: action, message: 'cannot be written (EACCES)' }]
    const engine = fakeEngine({ apply: () => ({ written: ['app/more.ts'], failures }) })
    const { code, stdout, stderr } = await runIn(root, ['--json'], { engine })
    expect(code).toBe(3)
    expect(stderr).toContain('app/actions.ts: cannot be written (EACCES)')
    expect(report(stdout).counts).toMatchObject({ changed: 1, failed: 1 })
    expect(stderr).toContain('retag changed 1 place in 1 file')
    expect(stderr).not.toContain('a person')
  })

  test('no file that can be written: it does not say that something changed', async () => {
    const { root } = project({ git: true })
    const failures = [action, 'app/more.ts'].map((file) => ({ file, message: 'the disk is full' }))
    const { stderr } = await runIn(root, [], {
      engine: fakeEngine({ apply: () => ({ written: [], failures }) }),
    })
    expect(stderr).toContain('Nothing was changed.')
    expect(stderr).not.toContain('retag changed')
  })

  test('a report that cannot be written after the files were: exit 3', async () => {
    const { root, read } = project({ git: true })
    const engine = fakeEngine()
    const apply: typeof engine.apply = (result) => {
      mkdirSync(join(root, 'r.json'))
      return engine.apply(result)
    }
    const argv = ['--force', '--report', 'json=r.json']
    const { code, stderr } = await runIn(root, argv, { engine: { ...engine, apply } })
    expect(code).toBe(3)
    expect(stderr).toMatch(/r\.json cannot be written \(EISDIR\)/)
    expect(read(action)).not.toBe(appFiles[action])
  })

  test('a package.json that does not parse is named', async () => {
    const { root } = project({ git: true, files: { 'package.json': '<<<<<<< HEAD\n' } })
    const { code, stderr } = await runIn(root, [])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^retag: There is no Next.js app here\. package\.json: it is not valid JSON; [^\n]+\n$/,
    )
  })

  test('a file that does not parse: exit 3 in a check too', async () => {
    const { root } = project({ git: true })
    const engine = fakeEngine({ failures: [{ file: 'app/x.ts', message: 'does not parse' }] })
    expect((await runIn(root, ['--check'], { engine })).code).toBe(3)
  })
})

describe('the way back', () => {
  test('uncommitted changes are refused', async () => {
    const { root, write, read } = project({ git: true })
    write(action, `${appFiles[action]}// mine\n`)
    const { code, stdout, stderr } = await runIn(root, [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe('retag: app/actions.ts has uncommitted changes. Use --force to proceed anyway.\n')
    expect(read('app/more.ts')).toBe(appFiles['app/more.ts'])
  })

  test('staged changes are refused too', async () => {
    const { root, write, git } = project({ git: true })
    write(action, `${appFiles[action]}// mine\n`)
    git('add', '-A')
    expect((await runIn(root, [])).code).toBe(2)
  })

  test('untracked files are refused, several in one line', async () => {
    const { root, write } = project({ git: true })
    for (const name of ['a', 'b', 'c', 'd']) write(`app/${name}.ts`, appFiles[action] ?? '')
    write(action, `${appFiles[action]}// mine\n`)
    const { code, stderr } = await runIn(root, [])
    expect(code).toBe(2)
    expect(stderr).toBe(
      'retag: app/a.ts, app/b.ts and 2 more are not tracked by git, and app/actions.ts has uncommitted changes. Use --force to proceed anyway.\n',
    )
  })

  test('only files that would change count', async () => {
    const { root, write, read } = project({ git: true })
    write('app/page.tsx', `${appFiles['app/page.tsx']}// mine\n`)
    write('app/new.ts', 'export const a = 1\n')
    expect((await runIn(root, [])).code).toBe(0)
    expect(read(action)).toContain('updateTag')
  })

  test('--force goes on; a dry run needs none', async () => {
    const { root, write, read } = project({ git: true })
    write(action, `${appFiles[action]}// mine\n`)
    expect((await runIn(root, ['-d'])).code).toBe(0)
    expect((await runIn(root, ['--force'])).code).toBe(0)
    expect(read(action)).toContain("updateTag('posts')")
  })

  test('without git: refused, named in a dry run, done with --force', async () => {
    const { root, read } = project({ git: false })
    const refused = await runIn(root, [])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toMatch(/^retag: There is no git repository here.*--dry-run.*--force.*\n$/)
    expect(read(action)).toBe(appFiles[action])
    const dry = await runIn(root, ['--dry-run'])
    expect(dry.code).toBe(0)
    expect(dry.stderr).toContain('no git repository here')
    expect((await runIn(root, ['--force'])).code).toBe(0)
    expect(read(action)).toContain('updateTag')
  })
})

describe('asking', () => {
  const shown = '1 call becomes updateTag(tag)'

  test('yes writes, and the plan is not told twice', async () => {
    const { root, read } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, ['app/actions.ts'], { typed: 'y' })
    expect(code).toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain(shown)
    expect(stderr).toContain('Write these changes to 1 file?')
    expect(stderr).toContain('Done: 1 file changed.')
    expect(stderr.split(shown)).toHaveLength(2)
    expect(read(action)).toContain('updateTag')
    expect(read('app/more.ts')).not.toContain('updateTag')
  })

  test('no writes nothing; the report says dry-run', async () => {
    const { root, read } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, ['--json'], { typed: 'n' })
    expect(code).toBe(0)
    expect(stderr).toContain('Nothing was written.')
    expect(report(stdout).mode).toBe('dry-run')
    expect(read(action)).toBe(appFiles[action])
  })

  test('Ctrl-C is 130 and writes nothing', async () => {
    const { root, read } = project({ git: true })
    const { code, stderr } = await runIn(root, [], { typed: '\u0003' })
    expect(code).toBe(130)
    expect(stderr).toContain('Interrupted: nothing was written.')
    expect(read(action)).toBe(appFiles[action])
  })

  test.each([['--yes'], ['--dry-run'], ['--check']])('%s asks nothing', async (flag) => {
    const { root } = project({ git: true })
    const { stderr } = await runIn(root, [flag], { typed: 'n' })
    expect(stderr).not.toContain('Write these changes')
  })
})

describe('streams', () => {
  test('--json: stdout is one JSON value, text goes to stderr, two runs are the same bytes', async () => {
    const { root } = project({ git: true })
    const first = await runIn(root, ['--dry-run', '--json'])
    const second = await runIn(root, ['--dry-run', '--json'])
    expect(report(first.stdout)).toMatchObject({ mode: 'dry-run', root })
    expect(report(first.stdout).decisions).toHaveLength(2)
    expect(first.stdout).toBe(second.stdout)
    expect(first.stderr).toContain('would become')
  })

  test('--print: stdout is a patch that git applies', async () => {
    const { root, write, read, git } = project({ git: true })
    const { stdout } = await runIn(root, ['--dry-run', '--print'])
    write('change.patch', stdout)
    git('apply', 'change.patch')
    expect(read(action)).toContain("updateTag('posts')")
  })

  test('--print: the patch fits files with a byte order mark and CRLF', async () => {
    const text = `\uFEFF${appFiles[action]?.replaceAll('\n', '\r\n').trimEnd()}`
    const { root, write, read, git } = project({ git: true, files: { ...appFiles, [action]: text } })
    const { stdout } = await runIn(root, ['--dry-run', '--print', action])
    write('change.patch', stdout)
    git('-c', 'core.autocrlf=false', 'apply', 'change.patch')
    expect(read(action)).toBe(text.replace('revalidateTag', 'updateTag'))
  })

  test('--json with --print is refused: both want stdout', async () => {
    const { root } = project({ git: true })
    expect(await runIn(root, ['--json', '--print'])).toMatchObject({ code: 2, stdout: '' })
  })

  test('--report json=<file> writes the same report, also into a new folder', async () => {
    const { root, read, write } = project({ git: true })
    write('.gitignore', 'out\n')
    const { stdout } = await runIn(root, ['-d', '--json', '--report', 'json=out/deep/report.json'])
    expect(read('out/deep/report.json')).toBe(stdout)
  })

  test.each([
    ['pdf=x', 'knows no format "pdf". Valid: html, json, markdown, patch, sarif'],
    ['json', 'names no file'],
    ['json=app', 'app is a folder'],
    ['json=package.json/x', 'cannot be written (E'],
  ])('--report %s is refused before anything is written', async (value, message) => {
    const { root, read } = project({ git: true })
    const { code, stderr } = await runIn(root, ['--report', value])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(read(action)).toBe(appFiles[action])
  })

  test('colours: none without a terminal, some with FORCE_COLOR, none with NO_COLOR', async () => {
    const { root } = project({ git: true })
    const colorCode = '\u001b['
    const env = { NO_COLOR: '' }
    expect((await runIn(root, ['-dp'], { env })).stderr).not.toContain(colorCode)
    const forced = await runIn(root, ['-dp'], { env: { ...env, FORCE_COLOR: '1' } })
    expect(forced.stderr).toContain(colorCode)
    expect(forced.stdout).toContain(`${colorCode}32m+`)
    const both = await runIn(root, ['-dp'], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } })
    expect(both.stderr).not.toContain(colorCode)
    const terminal = await runIn(root, ['-dp'], { env, typed: 'n' })
    expect(terminal.stderr).toContain(colorCode)
  })
})

describe('what is looked at', () => {
  test('paths, globs and lists reach the engine', async () => {
    const { root, write } = project({ git: true })
    write('list.txt', 'app/actions.ts\r\n\r\napp/page.tsx\n')
    const engine = fakeEngine()
    const argv = [
      '-d',
      'app',
      '--include',
      '**/*.ts',
      '--exclude',
      'a',
      '--exclude',
      'b',
      '--files-from',
      'list.txt',
    ]
    await runIn(root, argv, { engine })
    expect(engine.seen.options).toMatchObject({
      paths: [join(root, 'app')],
      include: ['**/*.ts'],
      exclude: ['a', 'b'],
      filesFrom: [join(root, 'app/actions.ts'), join(root, 'app/page.tsx')],
    })
  })

  test('--files-from - reads stdin, also separated by NUL', async () => {
    const { root } = project({ git: true })
    const { stdout } = await runIn(root, ['-d', '--json', '--files-from', '-'], {
      stdin: 'app/actions.ts\0',
    })
    expect(report(stdout).decisions.map(({ file }) => file)).toEqual([action])
  })

  test('choices: flags over config, globs counted from the config', async () => {
    const { root, write } = project({ git: true })
    write('web/package.json', appFiles['package.json'] ?? '')
    write('web/app/page.tsx', '')
    write(
      'web/retag.config.json',
      '{ "contexts": { "jobs/**": "script" }, "profiles": { "api/**": "expire-0" }, "ignore": ["old/**"] }',
    )
    const engine = fakeEngine()
    await runIn(root, ['-d', 'web', '--mixed', 'review', '--fix-misuse'], { engine })
    expect(engine.seen.choices).toMatchObject({
      mixed: 'review',
      fixMisuse: true,
      profiles: [{ glob: 'web/api/**', profile: 'expire-0' }],
      contexts: [{ glob: 'web/jobs/**', context: 'script' }],
    })
    expect(engine.seen.options?.ignore).toEqual(['web/old/**'])
  })

  test.each([
    [['--files-from', 'nope.txt'], 'nope.txt does not exist'],
    [['--files-from', '-'], 'stdin lists no files'],
    [['--include', 'nothing/**'], 'No source file is selected'],
    [['nope'], 'nope does not exist. Give a file or folder'],
    [['--profile', 'blog'], 'No profile is called "blog"'],
    [['-t', 'tags'], 'No transform is called "tags"'],
    [['--config', 'nope.ts'], 'The config nope.ts does not exist'],
  ])('%o: exit 2, one line, nothing written', async (argv, message) => {
    const { root, read } = project({ git: true })
    const { code, stdout, stderr } = await runIn(root, argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(read(action)).toBe(appFiles[action])
  })

  test('no Next.js app: exit 2', async () => {
    const { root } = project({ git: true, files: { 'package.json': '{}', 'a.ts': '' } })
    const { code, stderr } = await runIn(root, [])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^retag: There is no Next\.js app here: .*\n$/)
  })
})

describe('what goes wrong in retag itself', () => {
  test('a bug shows one line, the stack, and asks for a report', async () => {
    const { root } = project({ git: true })
    const engine = fakeEngine()
    engine.plan = () => {
      throw new TypeError('cannot read x')
    }
    const { code, stdout, stderr } = await runIn(root, ['--json'], { engine })
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(/^retag: cannot read x \(a bug in retag; please report it/)
    expect(stderr).toContain('TypeError: cannot read x\n    at ')
  })

  test('a signal while files are written: the work ends, then 130', async () => {
    const { root } = project({ git: true })
    const engine = fakeEngine()
    const { apply } = engine
    engine.apply = (result) => {
      process.kill(process.pid, 'SIGINT')
      return apply(result)
    }
    const { code, stderr } = await runIn(root, [], { engine })
    expect(code).toBe(130)
    expect(stderr).toContain('Interrupted: 2 files had been written, each of them whole.')
    expect(process.listenerCount('SIGINT')).toBe(0)
  })
})

test('findings and reviews do not change the exit code of a check with nothing to rewrite', async () => {
  const { root } = project({ git: true, files: { ...appFiles, [action]: '', 'app/more.ts': '' } })
  const engine = fakeEngine({ findings: [finding()] })
  expect((await runIn(root, ['--check'], { engine })).code).toBe(0)
})

test('nothing is asked, and git is not needed, when there is nothing to write', async () => {
  const { root } = project({ git: false, files: { ...appFiles, [action]: '', 'app/more.ts': '' } })
  const { code, stderr } = await runIn(root, [], { typed: 'n' })
  expect(code).toBe(0)
  expect(stderr).toContain('Nothing to do')
  expect(stderr).not.toContain('Write these changes')
})
