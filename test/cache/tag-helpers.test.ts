import { describe, expect, test } from 'vitest'
import { tagHelpersOf } from '../../src/cache/tag-helpers/index.js'
import type { TagHelper } from '../../src/cache/tag-helpers/types.js'
import { showText } from '../../src/cache/values/index.js'
import type { Text } from '../../src/cache/values/types.js'
import { UsageError } from '../../src/workspace/types.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

function helpers(files: Tree, configured: string[] = []): TagHelper[] {
  const { workspace, graph } = app(files)
  return tagHelpersOf(workspace, graph, configured)
}

/** A module of helpers, and one action that invalidates with some of them. */
function module(tags: string, ...uses: string[]): TagHelper[] {
  const names = [...new Set(uses.map((use) => /^\w+/.exec(use)?.[0]))].join(', ')
  return helpers({
    'lib/tags.ts': tags,
    'app/actions.ts': `'use server'\nimport { updateTag } from 'next/cache'\nimport { ${names} } from '../lib/tags'\nexport async function save(id: string) {\n${uses.map((use) => `  updateTag(${use})\n`).join('')}}\n`,
  })
}

/** `post-<id>`. */
const textWithMarks = (text: Text): string => showText(text).replace(/\$\{(.*?)\}/g, '<$1>')

const shown = (all: TagHelper[]): string[] =>
  all.map(
    ({ exportName, parameters, texts, entity, level }) =>
      `${exportName}${parameters ? `(${parameters.map(({ name }) => name).join(', ')})` : ''} ${texts.texts.map(textWithMarks).join(' | ')} ${entity} ${level}`,
  )

describe('forms', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'an object and its members',
      'export const invoiceTags = {\n  list: (orgId: string) => `invoices-$' +
        '{orgId}`,\n  record(id: string) { return `invoice-$' +
        '{id}` },\n  all: () => "invoices:all",\n}\n',
      ['invoiceTags.record(id)'],
      [
        'invoiceTags.list(orgId) invoices-<orgId> invoice list',
        'invoiceTags.record(id) invoice-<id> invoice record',
        'invoiceTags.all() invoices:all invoice all',
      ],
    ],
    [
      'functions',
      'export function getPostTag(id: string) { return `post-$' +
        '{id}` }\nexport const getPostsTag = () => "posts"\nexport const getPost = (id: string) => `post $' +
        '{id}`\n',
      ['getPostTag(id)'],
      ['getPostTag(id) post-<id> post record', 'getPostsTag() posts post list'],
    ],
    [
      'constants',
      "export const POSTS_TAG = 'posts'\nexport const USERS_TAG = 'users'\nexport const LIMIT = 'ten'\n",
      ['POSTS_TAG'],
      ['POSTS_TAG posts post list', 'USERS_TAG users user list'],
    ],
    [
      'nested objects, where keys are no tags',
      'export const CACHE_KEYS = {\n  EXAMS: { KEY: "exams", TAG: (t: string) => `exams-$' +
        '{t}` },\n  EXAM: { KEY: "exam", TAG: (id: string) => `exam-$' +
        '{id}` },\n} as const\n',
      ['CACHE_KEYS.EXAM.TAG(id)'],
      ['CACHE_KEYS.EXAMS.TAG(t) exams-<t> exam list', 'CACHE_KEYS.EXAM.TAG(id) exam-<id> exam record'],
    ],
    [
      'an enum',
      "export enum Tags { Posts = 'posts', FormTemplates = 'form-templates' }\n",
      ['Tags.Posts'],
      ['Tags.Posts posts post list', 'Tags.FormTemplates form-templates formTemplate list'],
    ],
    [
      'a class with static members',
      'export class PostTags {\n  static readonly all = "global:posts"\n  static record(id: string) { return `post:$' +
        '{id}` }\n  other() { return "x" }\n}\n',
      ['PostTags.record(id)'],
      ['PostTags.all global:posts post all', 'PostTags.record(id) post:<id> post record'],
    ],
    [
      'methods that use this',
      'export const surveyCache = {\n  tag: {\n    byId(id: string) { return `surveys-$' +
        '{id}` },\n    byEnvironmentId(environmentId: string) { return `environments-$' +
        '{environmentId}-surveys` },\n  },\n}\n',
      ['surveyCache.tag.byId(id)'],
      [
        'surveyCache.tag.byId(id) surveys-<id> survey record',
        'surveyCache.tag.byEnvironmentId(environmentId) environments-<environmentId>-surveys survey list',
      ],
    ],
    [
      'a helper that builds on another',
      'const idTag = (kind: string, id: string) => `$' +
        '{kind}:$' +
        '{id}`\nexport const userTag = (id: string) => idTag("user", id)\n',
      ['userTag(id)'],
      ['userTag(id) user:<id> user record'],
    ],
  ])('%s', (_, tags, uses, expected) => {
    expect(shown(module(tags, ...uses))).toEqual(expected)
  })
})

test('two that make the same string are one', () => {
  const found = module(
    'export const TAGS = {\n  BASE_GANG: (id: string) => `gang-$' +
      '{id}`,\n  GANG: (gangId: string) => `gang-$' +
      '{gangId}`,\n}\n',
    'TAGS.GANG(id)',
  )
  expect(found.map(({ exportName, aliases }) => [exportName, aliases])).toEqual([
    ['TAGS.GANG', ['lib/tags.ts#TAGS.BASE_GANG']],
  ])
})

test('what cannot be used says why', () => {
  const found = helpers({
    'app/actions.ts': `'use server'
import { updateTag } from 'next/cache'
import { cookies } from 'next/headers'
import { ownTag, asyncTag, eitherTag, lowTag } from '../lib/tags'
const hiddenTag = (id: string) => \`hidden-\${id}\`
export async function save(id: string) {
  updateTag(hiddenTag(id))
  updateTag(ownTag())
  updateTag(await asyncTag(id))
  updateTag(eitherTag(id))
  updateTag(lowTag(id))
}
`,
    'lib/tags.ts': `import { tenant } from './tenant'
export const ownTag = () => \`own-\${tenant()}\`
export const asyncTag = async (id: string) => \`async-\${id}\`
const low = (id: string) => id.toLowerCase()
export const lowTag = (id: string) => \`low-\${low(id)}\`
export const eitherTag = (id: string) => (id ? \`one-\${id}\` : 'none')
`,
    'lib/tenant.ts': 'export const tenant = () => Math.random()\n',
  })
  expect(Object.fromEntries(found.map(({ exportName, why }) => [exportName, why]))).toEqual({
    hiddenTag: 'its module does not export it',
    ownTag: 'its string depends on more than its arguments',
    asyncTag: 'it is async',
    eitherTag: 'it may give several strings',
    lowTag: 'it changes what it is given',
  })
})

test('parameters', () => {
  const [helper] = module(
    'export const list = (orgId: string, page?: number, kind = "a") => `l-$' +
      '{orgId}-$' +
      '{page}-$' +
      '{kind}`\n',
    'list(id)',
  )
  expect(helper?.parameters).toEqual([
    { name: 'orgId', type: 'string', optional: false },
    { name: 'page', type: 'number', optional: true },
    { name: 'kind', type: null, optional: true },
  ])
})

describe('the config', () => {
  const files: Tree = {
    'lib/tags.ts':
      "export const postTags = { list: () => 'posts' }\nexport const userTags = { list: () => 'users' }\n",
    'lib/more.ts': 'export const orgTag = (id: string) => `org-$' + '{id}`\n',
    'app/actions.ts':
      "'use server'\nimport { updateTag } from 'next/cache'\nimport { postTags, userTags } from '../lib/tags'\nexport async function save() {\n  updateTag(postTags.list())\n  updateTag(userTags.list())\n}\n",
  }

  test.each([
    [['postTags'], ['postTags.list']],
    [['lib/tags.ts#userTags.list'], ['userTags.list']],
    [
      ['orgTag', 'postTags'],
      ['orgTag', 'postTags.list'],
    ],
    [['lib/more.ts#orgTag'], ['orgTag']],
  ])('%j', (configured, names) => {
    expect(helpers(files, configured).map(({ exportName }) => exportName)).toEqual(names)
  })

  test('an unknown name is told', () => {
    expect(() => helpers(files, ['productTags'])).toThrow(UsageError)
    expect(() => helpers(files, ['productTags'])).toThrow('names productTags')
  })
})

test('helpers are found on the reading side too', () => {
  const found = helpers({
    'lib/tags.ts':
      'export const tags = { a: () => "as", b: (id: string) => `b-$' + '{id}`, c: () => "cs", d: "ds" }\n',
    'lib/data.ts': `import { cacheTag, unstable_cache } from 'next/cache'
import { tags } from './tags'
export const one = unstable_cache(async () => 1, ['one'], { tags: [tags.a()] })
export const get = (id: string) => fetch('/x', { next: { tags: [tags.b(id), ...[tags.d]] } })
`,
  })
  expect(found.map(({ exportName }) => exportName)).toEqual(['tags.a', 'tags.b', 'tags.c', 'tags.d'])
})

test('tests do not count', () => {
  const found = helpers({
    'lib/tags.ts': "export const POSTS_TAG = 'posts'\n",
    'lib/a.test.ts':
      "import { updateTag } from 'next/cache'\nimport { POSTS_TAG } from './tags'\nupdateTag(POSTS_TAG)\n",
  })
  expect(found).toEqual([])
})
