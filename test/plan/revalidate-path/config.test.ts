import { describe, expect, test } from 'vitest'
import type { Choices, Decision } from '../../../src/index.js'
import { plan } from '../../../src/index.js'
import { UsageError } from '../../../src/workspace/types.js'
import { app } from '../../support/app.js'

const files = {
  'lib/tags.ts': `export const postTags = { list: () => 'posts', record: (id) => \`post-\${id}\` }
    export enum Tag { Posts = 'posts' }`,
  'app/posts/page.tsx': 'export default function Page() { return null }',
  'app/(site)/posts/[id]/page.tsx': 'export default function Page() { return null }',
}
const action = (call: string) => ({
  'app/actions.ts': `'use server'\nimport { revalidatePath } from 'next/cache'\nexport async function save(id) { ${call} }`,
})

function decided(paths: Choices['paths'], call: string): Pick<Decision, 'rule' | 'after'> | undefined {
  const { decisions } = plan(app({ ...files, ...action(call) }), { paths }).plan
  const found = decisions.find(({ transform }) => transform === 'revalidate-path')
  return found && { rule: found.rule, after: found.after }
}

const entry = (route: string, ...helpers: string[]): Choices['paths'] => [{ route, helpers }]

describe('paths of the config', () => {
  test.each<[string, Choices['paths'], string, string]>([
    ['a route', entry('/posts', 'lib/tags.ts#postTags.list()'), "'/posts'", 'updateTag(postTags.list())'],
    [
      'its folder',
      entry('/(site)/posts/[id]', 'lib/tags.ts#postTags.record(id)'),
      '`/posts/${id}`',
      'updateTag(postTags.record(id))',
    ],
    [
      'a literal in the place of a parameter',
      entry('/posts/[id]', 'lib/tags.ts#postTags.record(id)'),
      "'/posts/7'",
      "updateTag(postTags.record('7'))",
    ],
  ])('map %s', (_, paths, path, after) => {
    expect(decided(paths, `revalidatePath(${path})`)).toEqual({ rule: 'action-only', after })
  })

  test.each<[string, string, RegExp]>([
    [
      'a helper that is not exported',
      'lib/tags.ts#authorTags.list()',
      /lib\/tags\.ts exports no authorTags\.list\./,
    ],
    ['a member that is not there', 'lib/tags.ts#postTags.all()', /exports no postTags\.all\./],
    [
      'a file that is not there',
      'lib/nowhere.ts#postTags.list()',
      /lib\/nowhere\.ts exports no postTags\.list\./,
    ],
    ['no file', 'postTags.list()', /is no helper\. Write file#name\(arguments\)/],
    ['nested calls', 'lib/tags.ts#postTags.record(id())', /is no helper/],
  ])('refuse %s, also where no call needs it', (_, helper, message) => {
    const run = () => decided(entry('/posts', helper), '')
    expect(run).toThrow(UsageError)
    expect(run).toThrow(message)
  })

  test('refuse a route that no app has', () => {
    expect(() => decided(entry('/post', 'lib/tags.ts#postTags.list()'), '')).toThrow(
      /names the route \/post, which no app has\. `retag routes` lists them: \/posts, \/posts\/\[id\]\./,
    )
  })
})
