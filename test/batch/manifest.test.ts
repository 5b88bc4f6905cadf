import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { isBranchName } from '../../src/batch/manifest/branch.js'
import { readManifest } from '../../src/batch/manifest/index.js'
import type { Entry } from '../../src/batch/types.js'
import { packageRoot } from '../../src/config/package-root.js'

const folder = join(packageRoot(), 'test', 'nowhere')

function read(text: string, over: { shown?: string; trust?: boolean } = {}): Entry[] {
  return readManifest({
    text,
    shown: over.shown ?? 'repos.yml',
    folder,
    head: 'retag/next-16',
    trust: over.trust ?? false,
  })
}

describe('lists', () => {
  test('one repository per line; blank lines and comments do not count', () => {
    const entries = read(
      '\uFEFF# ours\r\n\r\nshop\r\n  git@github.com:acme/site.git \nhttps://gitlab.com/acme/a b\n',
      { shown: 'repos.txt' },
    )
    expect(entries.map(({ source }) => [source.kind, source.name])).toEqual([
      ['local', 'shop'],
      ['url', 'github.com/acme/site'],
      ['url', 'gitlab.com/acme/a%20b'],
    ])
    expect(entries[0]?.source).toMatchObject({ path: join(folder, 'shop') })
  })

  test.each([
    ['repositories: [a]\n', 1],
    ['# ours\n\ndefaults: {}\nrepositories:\n- a\n- b\n', 2],
    ['{ "repositories": ["a"] }', 1],
    ['---\nrepositories: [a]\n', 1],
    ['a\nb\nrepositories\n', 3],
  ])('stdin tells by itself whether it is YAML: %j', (text, number) => {
    expect(read(text, { shown: 'stdin' })).toHaveLength(number)
  })

  test('a list of many blanks is read at once', () => {
    expect(() => read(`${' \n'.repeat(50_000)}`, { shown: 'stdin' })).toThrow('stdin names no repository.')
  })
})

test('defaults hold where an entry says nothing', () => {
  const [a, b] = read(`
defaults: { branch: main, labels: [team-a], folders: [apps/web] }
repositories:
  - shop
  - { repo: site, branch: dev, folders: ['./x/', y], labels: [], config: conf/retag.config.json }
`)
  expect(a).toMatchObject({
    branch: 'main',
    folders: ['apps/web'],
    labels: ['team-a'],
    config: null,
    head: 'retag/next-16',
  })
  expect(b).toMatchObject({
    branch: 'dev',
    folders: ['x', 'y'],
    labels: [],
    config: join(folder, 'conf/retag.config.json'),
  })
})

test('keys name what is done, and not how an address is spelt', () => {
  const key = (text: string): string | undefined => read(text, { shown: 'x.txt' })[0]?.key
  expect(key('https://github.com/acme/shop')).toBe(key('git@GitHub.com:acme/shop.git'))
  expect(key('https://user:pass@github.com/acme/shop.git/')).toBe(key('ssh://git@github.com/acme/shop'))
  expect(key('https://github.com/acme/shop')).not.toBe(key('https://github.com/acme/shop2'))
})

describe('what is wrong is told with its line, and nothing is done', () => {
  test.each([
    [
      'repositories:\n  - repo: a\n    brnch: x\n',
      'repos.yml:3: unknown key "brnch". Valid keys: repo, branch, folders, config, labels.',
    ],
    [
      'defaults:\n  repo: a\nrepositories: [a]\n',
      'repos.yml:2: unknown key "repo". Valid keys: branch, folders, config, labels.',
    ],
    ['repos: [a]\n', 'unknown key "repos". Valid keys: defaults, repositories.'],
    ['repositories:\n  - a\n  - b\n  - a\n', 'repos.yml:4: a is named in line 2 already.'],
    [
      'repositories:\n  - https://github.com/a/b\n  - git@github.com:a/b.git\n',
      'repos.yml:3: github.com/a/b is named in line 2 already.',
    ],
    ['repositories: [a]\nrepositories: [b]\n', 'repos.yml:2: Map keys must be unique'],
    ['repositories:\n  - repo: a\n    repo: b\n', 'repos.yml:3: Map keys must be unique'],
    ['repositories:\n  - [a]\n', 'repos.yml:2: an entry of "repositories" must be a string.'],
    ['repositories:\n  - branch: x\n', 'repos.yml:2: an entry of "repositories" has no key "repo".'],
    ['repositories: []\n', 'repos.yml:1: "repositories" must not be empty.'],
    ['repositories: a\n', 'repos.yml:1: "repositories" must be an array.'],
    ['defaults: {}\n', 'repos.yml:1: the file has no key "repositories".'],
    ['- a\n- b\n', 'repos.yml:1: the file must be an object.'],
    ['repositories:\n  - repo: a\n    folders: x\n', 'repos.yml:3: "folders" must be an array.'],
    ['repositories: [a\n', 'repos.yml:'],
    ['repositories:\n  - ""\n', 'repos.yml:2: an entry of "repositories" must not be empty.'],
    ['repositories:\n  - ok\n  - repo: b\n    branch: "-x"\n', 'repos.yml:3: "-x" is no name of a branch.'],
    ['repositories:\n  - ftp://x/y\n', 'repos.yml:2: ftp:// is no transport that is used here.'],
    ['repositories:\n  - "ext::sh -c x"\n', 'repos.yml:2: "ext::" is a transport that can run programs.'],
    ['repositories:\n  - "a\\nb"\n', 'repos.yml:2: the repository holds control characters.'],
    [
      'repositories:\n  - repo: a\n    config: retag.config.ts\n',
      'repos.yml:2: retag.config.ts is a module, which would be run. Use JSON, or --trust.',
    ],
    [
      'repositories:\n  - repo: a\n    folders: [../b]\n',
      'repos.yml:2: "../b" is no folder inside of the repository.',
    ],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('aliases that multiply', () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `x${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`,
    )
    expect(() => read(`x0: &a0 [x]\n${levels.join('\n')}\nrepositories: [a]\n`)).toThrow('repos.yml: ')
  })

  test('secrets in an address are not repeated', () => {
    const text = 'https://bot:hunter2@github.com/a/b\nhttps://bot:hunter2@github.com/a/b\n'
    expect(() => read(text, { shown: 'x.txt' })).toThrow(
      /^x\.txt:2: github\.com\/a\/b is named in line 1 already\./,
    )
  })
})

test('a module is a config where the repository is trusted', () => {
  const [entry] = read('repositories: [{ repo: a, config: retag.config.ts }]', { trust: true })
  expect(entry?.config).toBe(join(folder, 'retag.config.ts'))
})

test('the schema is valid, and takes the example of the documentation', () => {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schema/batch.schema.json'), 'utf8'))
  const validate = new Ajv({ strict: true }).compile(schema)
  const text = readFileSync(join(packageRoot(), 'docs/batch.md'), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  const entries = read(example)
  expect(entries.length).toBeGreaterThan(2)
  expect(validate({ repositories: ['a', { repo: 'b', folders: ['x'] }] })).toBe(true)
  expect(validate({ repositories: [{ repo: 'b', folder: 'x' }] })).toBe(false)
})

test.each([
  ['main', true],
  ['retag/next-16', true],
  ['feature/a.b', true],
  ...[
    '',
    '-x',
    'a b',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    'x.lock',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    '@',
    'HEAD',
    'a@{1}',
    'a\nb',
    'a\\b',
    'a*',
  ].map((name) => [name, false] as const),
] as [string, boolean][])('the name of a branch: %j is %s', (name, is) => {
  expect(isBranchName(name)).toBe(is)
})
