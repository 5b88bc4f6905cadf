import { describe, expect, test } from 'vitest'
import { writeCommand } from '../../src/cli/command-text.js'
import { nodeProblem } from '../../src/cli/node-version.js'
import { parse } from '../../src/cli/program.js'
import { UsageError } from '../../src/workspace/types.js'

describe('parse', () => {
  test('no argument at all is the migration of the current folder', () => {
    expect(parse([])).toEqual({ command: 'migrate', paths: [], flags: {} })
  })

  test('every flag', () => {
    const argv = [
      'apps/web',
      ...['-d', '-p', '--check', '--json', '--report', 'json=a', '--report', 'json=b', '--fail-on', 'error'],
      ...['--skip', 'test-doubles', '--profile', 'max', '--mixed', 'review', '--fix-misuse'],
      ...['--unstable-cache', 'all', '--use-cache-flag', 'cacheComponents'],
      ...['--files-from', '-', '--include', 'a', '--exclude', 'b', '--config', 'c.ts', '--yes', '--force'],
      ...['-t', 'revalidate-tag', 'stable-names', '--', 'apps/docs'],
    ]
    expect(parse(argv)).toEqual({
      command: 'migrate',
      paths: ['apps/web', 'apps/docs'],
      flags: {
        dryRun: true,
        print: true,
        check: true,
        failOn: ['error'],
        json: true,
        report: ['json=a', 'json=b'],
        transform: ['revalidate-tag', 'stable-names'],
        skip: ['test-doubles'],
        profile: 'max',
        mixed: 'review',
        fixMisuse: true,
        unstableCache: 'all',
        useCacheFlag: 'cacheComponents',
        filesFrom: '-',
        include: ['a'],
        exclude: ['b'],
        config: 'c.ts',
        yes: true,
        force: true,
      },
    })
  })

  test('plan and apply', () => {
    const argv = ['plan', 'apps/web', '-o', 'p.json', '--report', 'html=r.html', '--mixed', 'max', '--force']
    expect(parse(argv)).toEqual({
      command: 'plan',
      paths: ['apps/web'],
      flags: { output: 'p.json', report: ['html=r.html'], mixed: 'max', force: true },
    })
    expect(parse(['apply', 'p.json', 'apps/web', '-dp', '--yes'])).toEqual({
      command: 'apply',
      plan: 'p.json',
      path: 'apps/web',
      flags: { dryRun: true, print: true, yes: true },
    })
    expect(parse(['apply', 'p.json'])).toMatchObject({ path: undefined, flags: {} })
  })

  test('a folder called like a command is meant with ./', () => {
    expect(parse(['./list'])).toMatchObject({ command: 'migrate', paths: ['./list'] })
    expect(parse(['list'])).toEqual({ command: 'list' })
  })

  test.each([
    [['--chekc'], "Unknown option '--chekc'. Did you mean --check? `retag --help` lists every option."],
    [['explain'], "Missing required argument 'file:line'. `retag --help` lists every option."],
    [['explain', 'a:1', 'b:2'], /^Too many arguments/],
    [['explain', 'a:1', '--force'], /^Unknown option '--force'/],
    [['list', 'x'], /^Too many arguments/],
    [['--report'], /argument missing/],
    [['apply'], "Missing required argument 'plan'. `retag --help` lists every option."],
    [['apply', 'p.json', '--mixed', 'max'], /^Unknown option '--mixed'/],
    [['--yes', 'apply', 'p.json'], '--yes has no meaning before `apply`. Put options after it.'],
    [['--check', 'list'], '--check has no meaning before `list`. Put options after it.'],
    [
      ['--profile', 'max', 'explain', 'a:1'],
      '--profile has no meaning before `explain`. Put options after it.',
    ],
  ])('%o is bad usage, told in one line', (argv, message) => {
    expect(() => parse(argv)).toThrow(UsageError)
    expect(() => parse(argv)).toThrow(message)
    expect(() => parse(argv)).toThrow(/^[^\n]+$/)
  })
})

describe('the command that writes what a dry run has shown', () => {
  test.each([
    [['--dry-run'], 'npx retag'],
    [['apps/web', '-d', '--print'], 'npx retag apps/web'],
    [['-dp', '--mixed', 'max'], 'npx retag --mixed max'],
    [['-dy'], 'npx retag -y'],
    [['--check', '--json', "it's (shop)"], "npx retag 'it'\\''s (shop)'"],
    [['--dry', '--', '--check'], 'npx retag -- --check'],
    [['apply', 'p.json', '-d'], 'npx retag apply p.json'],
  ])('%o: %s', (argv, command) => {
    expect(writeCommand(argv)).toBe(command)
  })

  test('--force stands after the name of a command', () => {
    expect(writeCommand(['-d', 'src'], true)).toBe('npx retag --force src')
    expect(writeCommand(['apply', 'p.json', '-d'], true)).toBe('npx retag apply --force p.json')
  })
})

describe('the version of Node.js', () => {
  test.each(['20.9.0', '20.20.2', '22.0.0', '26.1.0'])('%s is fine', (version) => {
    expect(nodeProblem(version)).toBeNull()
  })

  test.each(['20.8.1', '18.20.0', '12.0.0'])('%s is too old', (version) => {
    expect(nodeProblem(version)).toBe(
      `retag needs Node.js 20.9 or later, but this is ${version}. Install a newer Node.js.`,
    )
  })
})
