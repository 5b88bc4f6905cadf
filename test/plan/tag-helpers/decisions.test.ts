import { describe, expect, test } from 'vitest'
import { type PlanResult, patchText, plan } from '../../../src/index.js'
import { UsageError } from '../../../src/workspace/types.js'
import { app } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'

function run(files: Tree, choices: Parameters<typeof plan>[1] = { transforms: ['tag-helpers'] }): PlanResult {
  return plan(app({ 'tsconfig.json': '{}', ...files }), choices)
}

/** `file:line after` of what is rewritten, `file:line action rule` of the rest. */
function outcome({ plan: { decisions } }: PlanResult): string[] {
  return decisions
    .filter(({ transform, api }) => transform === 'tag-helpers' && api !== 'tag-helpers')
    .map(({ file, line, action, rule, after }) => `${file}:${line} ${after ?? `${action} ${rule}`}`)
}

const action = (tag: string, name = 'a'): Tree => ({
  [`app/${name}.ts`]: `'use server'\nimport { updateTag } from 'next/cache'\nexport async function save(id: string, xs: string[]) {\n  ${tag}\n}\n`,
})
const posts = action("updateTag('posts')")

describe('when it runs', () => {
  test.each([
    ['not by default', {}, 0],
    ['with the choice', { createTagHelpers: true }, 1],
    ['when it is named', { transforms: ['tag-helpers'] }, 1],
    ['beside others that are named', { transforms: ['revalidate-tag'], createTagHelpers: true }, 1],
    ['not when others are named', { transforms: ['revalidate-tag'] }, 0],
    ['not when it is skipped', { createTagHelpers: true, skip: ['tag-helpers'] }, 0],
  ])('%s', (_, choices, count) => {
    expect(outcome(run(posts, choices))).toHaveLength(count)
  })
})

describe('forms of tags', () => {
  const id = '$' + '{id}'
  test.each([
    ['a condition', `updateTag(id ? 'posts' : \`post-${id}\`)`, ['postTags.list()', 'postTags.record(id)']],
    ['a local constant', `const tag = \`post-${id}\`\n  updateTag(tag)`, ['postTags.record(id)']],
    ['a list', `[\`post-${id}\`, 'posts'].forEach(updateTag)`, ['postTags.record(id)', 'postTags.list()']],
    ['a loop', `for (const x of xs) updateTag(\`post-$` + '{x}`)', ['postTags.record(x)']],
    ['a mapped list', `xs.map((x) => \`post-$` + '{x}`).forEach(updateTag)', ['postTags.record(x)']],
    ['a constant part', `const kind = 'post'\n  updateTag(\`$` + `{kind}-${id}\`)`, ['postTags.record(id)']],
    [
      'text of an argument',
      `updateTag(\`post-$` + '{id.toLowerCase()}`)',
      ['postTags.record(id.toLowerCase())'],
    ],
    ['a sum of numbers', "const n = 1\n  updateTag(n + 2 + '-posts')", ['review computed']],
    ['an awaited part', `updateTag(\`post-$` + '{await save(id, xs)}`)', ['review argument']],
    ['a call with effects', `updateTag(\`post-$` + '{xs.pop()}`)', ['review argument']],
  ])('%s', (_, code, expected) => {
    const found = outcome(run(action(code))).map((line) => line.replace(/^\S+ /, ''))
    expect(found.map((text) => text.replace('argument-type', 'argument'))).toEqual(expected)
  })
})

test('both sides change together or not at all', () => {
  const files: Tree = {
    ...action("updateTag('posts')"),
    ...action('updateTag(`post-$' + '{await save(id, xs)}`)', 'b'),
    ...action("updateTag('users')", 'c'),
  }
  expect(outcome(run(files))).toEqual([
    'app/a.ts:4 review argument',
    'app/b.ts:4 review argument',
    'app/c.ts:4 userTags.list()',
  ])
})

test('a tag in a file that is left out keeps the others', () => {
  const { workspace, graph } = app({ ...posts, ...action("updateTag('posts')", 'b') })
  const selected = new Set(['app/a.ts'])
  const result = plan({ workspace: { ...workspace, selected }, graph }, { transforms: ['tag-helpers'] })
  expect(outcome(result)).toEqual(['app/a.ts:4 keep not-selected'])
  expect(result.changes).toEqual([])
})

test('an unknown tag that may be any does not stand in the way', () => {
  expect(outcome(run({ ...posts, ...action('updateTag(id)', 'b') }))).toEqual(['app/a.ts:4 postTags.list()'])
})

test('a module of that name is not written over', () => {
  const { changes } = run({ ...posts, 'lib/tags.ts': 'export const colours = 1\n' })
  expect(changes.map(({ file }) => file)).toEqual(['app/a.ts', 'lib/cache-tags.ts'])
})

test('a helper that takes something else is not called', () => {
  const files: Tree = {
    'lib/tags.ts': 'export const postTag = (id: number) => `post-$' + '{id}`\n',
    ...action('updateTag(`post-$' + '{id}`)'),
    ...action(
      "updateTag(postTag(1)) // \n}\nimport { postTag } from '../lib/tags'\nexport async function other() {",
      'b',
    ),
  }
  expect(outcome(run(files))).toEqual(['app/a.ts:4 review argument-type'])
})

test('a name that is taken in the module of helpers', () => {
  const files: Tree = {
    'lib/tags.ts': "export const userTag = () => 'users'\nexport const postTags = ['x']\n",
    ...posts,
    ...action(
      "updateTag(userTag())\n}\nimport { userTag } from '../lib/tags'\nexport async function other() {",
      'b',
    ),
  }
  expect(outcome(run(files))).toEqual(['app/a.ts:4 review name-taken'])
})

test('a configured helper that does not exist ends the run', () => {
  expect(() => run(posts, { tagHelpers: ['postTags'] })).toThrow(UsageError)
})

describe('inline-tag', () => {
  const files: Tree = {
    'lib/tags.ts':
      "export const postTags = { list: () => 'posts', record: (id: string) => `post-$" + '{id}` }\n',
    'lib/data.ts':
      "import { cacheTag } from 'next/cache'\nimport { postTags } from './tags'\nexport async function get(id: string) {\n  'use cache'\n  cacheTag(postTags.list(), postTags.record(id))\n}\n",
  }
  const notes = (tag: string, choices: Parameters<typeof plan>[1] = {}): string[] =>
    run({ ...files, ...action(tag) }, choices)
      .plan.findings.filter(({ id }) => id === 'inline-tag')
      .map(
        ({ severity, file, line, column, help }) =>
          `${severity} ${file}:${line}:${column} ${help.split(',')[0]}`,
      )

  test.each([
    ["updateTag('posts')", ['note app/a.ts:4:13 Write postTags.list()']],
    ['updateTag(`post-$' + '{id}`)', ['note app/a.ts:4:13 Write postTags.record(id)']],
    ["updateTag('post-' + id)", ['note app/a.ts:4:13 Write postTags.record(id)']],
    ["updateTag('post')", []],
    ['updateTag(id)', []],
    ['updateTag(`$' + '{id}-post`)', []],
  ])('%s', (tag, expected) => {
    expect(notes(tag)).toEqual(expected)
  })

  test('what is rewritten is not told', () => {
    expect(notes("updateTag('posts')", { createTagHelpers: true })).toEqual([])
  })
})

test('a new file is a change from nothing, and a patch that git can apply', () => {
  const result = run(posts)
  const made = result.changes.find(({ file }) => file === 'lib/tags.ts')
  expect(made?.before).toBe('')
  expect(patchText(made ? [made] : [])).toBe(
    [
      'diff --git a/lib/tags.ts b/lib/tags.ts',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/lib/tags.ts',
      '@@ -0,0 +1,4 @@',
      '+/** Tags of cached data. What reads it and what invalidates it call the same helper. */',
      '+export const postTags = {',
      "+  list: () => 'posts',",
      '+}',
      '',
    ].join('\n'),
  )
})
