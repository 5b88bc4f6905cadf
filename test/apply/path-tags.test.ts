import { describe, expect, test } from 'vitest'
import { EditError } from '../../src/apply/errors.js'
import { edited, editedWithAfter, expireNow, max, pathTags } from './marked.js'

const from = '@/lib/tags'
const helper = { name: 'postTags', from }
const one = pathTags(['postTags.list()'], [helper])
const two = pathTags(['postTags.list()', 'postTags.record(id)'], [helper])

/** A body in a file that imports what it needs; the same imports are left out of the result. */
function body(code: string, edit = two): string {
  const head = "import { revalidatePath } from 'next/cache'\n"
  const result = edited(`${head}async function f(id) {\n${code}\n}\n`, edit)
  expect(
    result.startsWith("import { updateTag } from 'next/cache'\nimport { postTags } from '@/lib/tags'\n"),
  ).toBe(true)
  return result.slice(result.indexOf('{\n', result.indexOf('function f')) + 2, -3)
}

describe('one call', () => {
  test.each([
    ['a statement', "  «revalidatePath('/posts')»", '  updateTag(postTags.list())'],
    ['a semicolon', "  await «revalidatePath('/posts')»;", '  await updateTag(postTags.list());'],
    ['a return', "  return «revalidatePath('/posts')»", '  return updateTag(postTags.list())'],
    ['an arrow', "  g(() => «revalidatePath('/posts')»)", '  g(() => updateTag(postTags.list()))'],
    ['a condition', "  id && «revalidatePath('/posts')»", '  id && updateTag(postTags.list())'],
    ['a type argument', "  «revalidatePath('/posts/[id]', 'page')»", '  updateTag(postTags.list())'],
    [
      'a comment',
      "  «revalidatePath(/* all */ '/posts')» // why",
      '  updateTag(/* all */ postTags.list()) // why',
    ],
    ['a template', '  «revalidatePath(`/posts/$' + '{id}`)»', '  updateTag(postTags.list())'],
    ['several lines', "  «revalidatePath(\n    '/posts',\n  )»", '  updateTag(\n    postTags.list(),\n  )'],
    ['a cast', "  «(revalidatePath as any)('/posts')»", '  updateTag(postTags.list())'],
  ])('in %s', (_, before, after) => {
    expect(body(before, one)).toBe(after)
  })

  test.each([
    [max, "revalidateTag(postTags.list(), 'max')"],
    [expireNow, 'revalidateTag(postTags.list(), { expire: 0 })'],
  ])('with a profile', (profile, after) => {
    const edit = pathTags([{ to: { name: 'revalidateTag', profile }, argument: 'postTags.list()' }], [helper])
    const source =
      "import { revalidatePath } from 'next/cache'\nimport { postTags } from '@/lib/tags'\nexport const f = () => «revalidatePath('/posts')»\n"
    expect(edited(source, edit)).toBe(
      `import { revalidateTag } from 'next/cache'\nimport { postTags } from '@/lib/tags'\nexport const f = () => ${after}\n`,
    )
  })
})

describe('several calls', () => {
  test.each([
    [
      'a statement',
      "  «revalidatePath('/posts')»",
      '  updateTag(postTags.list())\n  updateTag(postTags.record(id))',
    ],
    [
      'semicolons',
      "  «revalidatePath('/posts')»; // why",
      '  updateTag(postTags.list());\n  updateTag(postTags.record(id)); // why',
    ],
    [
      'await',
      "  await «revalidatePath('/posts')»",
      '  await updateTag(postTags.list())\n  await updateTag(postTags.record(id))',
    ],
    [
      'a return',
      "  return «revalidatePath('/posts')»;",
      '  updateTag(postTags.list());\n  return updateTag(postTags.record(id));',
    ],
    [
      'an awaited return',
      "  return await «revalidatePath('/posts')»",
      '  await updateTag(postTags.list())\n  return await updateTag(postTags.record(id))',
    ],
    [
      'a branch',
      "  if (id) «revalidatePath('/posts')»",
      '  if (id) {\n    updateTag(postTags.list())\n    updateTag(postTags.record(id))\n  }',
    ],
    [
      'a returning branch',
      "  if (id) return «revalidatePath('/posts')»\n  g()",
      '  if (id) {\n    updateTag(postTags.list())\n    return updateTag(postTags.record(id))\n  }\n  g()',
    ],
    [
      'one line',
      "  if (id) { «revalidatePath('/posts')» }",
      '  if (id) { updateTag(postTags.list()); updateTag(postTags.record(id)) }',
    ],
  ])('in %s', (_, before, after) => {
    expect(body(before)).toBe(after)
  })

  test('the report shows all of them', () => {
    const { after } = editedWithAfter(
      "import { revalidatePath } from 'next/cache'\nexport async function f(id) {\n  «revalidatePath('/posts')»\n}\n",
      two,
    )
    expect(after).toEqual(['updateTag(postTags.list())\nupdateTag(postTags.record(id))'])
  })

  test('an expression has no room for them', () => {
    const source =
      "import { revalidatePath } from 'next/cache'\nexport const f = (id) => «revalidatePath('/posts')»\n"
    expect(() => edited(source, two)).toThrow(EditError)
  })
})

test('a path call that stays keeps its import', () => {
  const source =
    "import { revalidatePath } from 'next/cache'\nexport async function f() {\n  «revalidatePath('/posts')»\n  revalidatePath('/sitemap.xml')\n}\n"
  expect(edited(source, one)).toBe(
    "import { revalidatePath, updateTag } from 'next/cache'\nimport { postTags } from '@/lib/tags'\nexport async function f() {\n  updateTag(postTags.list())\n  revalidatePath('/sitemap.xml')\n}\n",
  )
})

test('through a namespace', () => {
  const source =
    "import * as cache from 'next/cache'\nexport async function f(id) {\n  «cache.revalidatePath('/posts')»\n}\n"
  expect(edited(source, two)).toBe(
    "import * as cache from 'next/cache'\nimport { postTags } from '@/lib/tags'\nexport async function f(id) {\n  cache.updateTag(postTags.list())\n  cache.updateTag(postTags.record(id))\n}\n",
  )
})

test('a constant that only named the path goes with its import', () => {
  const source =
    "import { revalidatePath } from 'next/cache'\nimport { POSTS_PATH } from './paths'\n\nexport const f = () => «revalidatePath(POSTS_PATH)»\n"
  expect(edited(source, one)).toBe(
    "import { updateTag } from 'next/cache'\nimport { postTags } from '@/lib/tags'\n\nexport const f = () => updateTag(postTags.list())\n",
  )
})
