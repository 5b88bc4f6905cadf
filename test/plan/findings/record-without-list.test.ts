import { describe, expect, test } from 'vitest'
import { findings } from './support.js'

const id = 'record-without-list'
const tags = `export const postTags = { all: () => 'posts', list: (org) => \`posts-\${org}\`, record: (id) => \`post-\${id}\` }
export const userTags = { list: () => 'users' }`
const readers = `import { cacheTag } from 'next/cache'
import { postTags } from './tags'
export async function list(org) { 'use cache'; cacheTag(postTags.all(), postTags.list(org)) }
export async function one(id) { 'use cache'; cacheTag(postTags.all(), postTags.record(id)) }`
const head =
  "'use server'\nimport { revalidatePath, updateTag } from 'next/cache'\nimport { postTags, userTags } from '../lib/tags'"

const found = (body: string, more = {}): string[] =>
  findings(
    { 'lib/tags.ts': tags, 'lib/posts.ts': readers, 'app/actions.ts': `${head}\n${body}`, ...more },
    id,
  )

describe(id, () => {
  test.each([
    ['a record alone', 'export async function save(id) { updateTag(postTags.record(id)) }'],
    [
      'a record beside a list of something else',
      'export async function save(id) { updateTag(postTags.record(id)); updateTag(userTags.list()) }',
    ],
    [
      'two records in one function, once',
      "export async function save(id) { updateTag(postTags.record(id)); updateTag(postTags.record('b')) }",
    ],
  ])('for %s', (_, body) => {
    expect(found(body)).toEqual(['app/actions.ts:4'])
  })

  test.each([
    [
      'its list',
      "export async function save(id) { updateTag(postTags.record(id)); updateTag(postTags.list('o')) }",
    ],
    [
      'all of its kind',
      'export async function save(id) { updateTag(postTags.record(id)); updateTag(postTags.all()) }',
    ],
    ['a path', "export async function save(id) { updateTag(postTags.record(id)); revalidatePath('/') }"],
    [
      'a tag that is not known',
      'export async function save(id, t) { updateTag(postTags.record(id)); updateTag(t) }',
    ],
    [
      'its list in a function that it calls',
      'const lists = () => updateTag(postTags.all())\nexport async function save(id) { updateTag(postTags.record(id)); lists() }',
    ],
    [
      'its list in the caller',
      'const record = (id) => updateTag(postTags.record(id))\nexport async function save(id) { record(id); updateTag(postTags.all()) }',
    ],
  ])('not beside %s', (_, body) => {
    expect(found(body)).toEqual([])
  })

  test('not where no list is read', () => {
    const record = readers.replace(/^export async function list.*\n/m, '')
    const body = 'export async function save(id) { updateTag(postTags.record(id)) }'
    expect(found(body, { 'lib/posts.ts': record })).toEqual([])
  })

  test('in a route handler too', () => {
    const route = head.replace("'use server'\n", '').replace('../lib', '../../lib')
    const text = `${route}\nexport const POST = async () => { updateTag(postTags.record('a')) }`
    expect(found('', { 'app/x/route.ts': text })).toEqual(['app/x/route.ts:3'])
  })
})
