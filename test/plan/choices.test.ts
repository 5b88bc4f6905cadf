// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code under test holds templates
import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/config/types.js'
import { defaultChoices } from '../../src/config/types.js'
import { readAnswer } from '../../src/plan/choices/answer.js'
import type { ReviewItem } from '../../src/plan/choices/index.js'
import { fileOfKey } from '../../src/plan/choices/key.js'
import { draftPlan } from '../../src/plan/plan.js'
import { reviews } from '../../src/plan/reviews.js'
import type { Decision, Plan } from '../../src/plan/types.js'
import { app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

interface Asked {
  decisions: Decision[]
  items: ReviewItem[]
}

/** What is decided and what is left to ask, with answers by rule of the place. */
function ask(files: Tree, some: Partial<Choices> = {}): Asked {
  const made = app(files)
  const choices = { ...defaultChoices, ...some }
  const { decisions } = draftPlan(made.workspace, made.graph, choices)
  return { decisions, items: reviews(made, { decisions } as Plan, choices) }
}

function only(files: Tree, some: Partial<Choices> = {}): ReviewItem {
  const { items } = ask(files, some)
  const [item, other] = items
  if (!item || other) throw new Error(`${items.length} questions`)
  return item
}

/** The one decision of a file after an answer. */
function answered(files: Tree, answer: string, some: Partial<Choices> = {}): Decision | undefined {
  const { key, decisions } = only(files, some)
  const after = ask(files, { ...some, decisions: { [key]: answer } })
  return after.decisions.find(({ line, file }) => line === decisions[0].line && file === decisions[0].file)
}

const keys = ({ choices }: ReviewItem): string[] => choices.map(({ key }) => key)

const spread: Tree = {
  'app/actions.ts':
    "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function save(...tags: [string]) {\n  revalidateTag(...tags)\n}\n",
}
const mixed: Tree = {
  'lib/posts.ts':
    "import { revalidateTag } from 'next/cache'\nexport function posts() {\n  revalidateTag('posts')\n}\n",
  'app/actions.ts':
    "'use server'\nimport { posts } from '../lib/posts'\nexport async function save() {\n  posts()\n}\n",
  'app/api/route.ts': "import { posts } from '../../lib/posts'\nexport function POST() {\n  posts()\n}\n",
}
const tasks: Tree = {
  'lib/tags.ts':
    'export const taskTags = { list: (team: string, year: number) => `tasks-${team}-${year}` }\n',
  'lib/tasks.ts':
    "import { cacheTag } from 'next/cache'\nimport { taskTags } from './tags'\nexport async function getTasks(team: string, year: number) {\n  'use cache'\n  cacheTag(taskTags.list(team, year))\n  return fetch(`https://tasks.example/${team}/${year}`)\n}\n",
  'app/tasks/page.tsx':
    "import { cookies } from 'next/headers'\nimport { getTasks } from '../../lib/tasks'\nexport default async function Page() {\n  const store = await cookies()\n  await getTasks(store.get('team')?.value ?? '', Number(store.get('year')?.value))\n  return null\n}\n",
  'app/actions.ts':
    "'use server'\nimport { revalidatePath } from 'next/cache'\nexport async function save(task: { teamId: string }, when: number) {\n  revalidatePath('/tasks')\n}\n",
}

describe('what is offered', () => {
  test('where nothing can be written: to leave it, in two ways', () => {
    expect(keys(only(spread))).toEqual(['keep', 'comment'])
  })

  test('where several worlds meet: each form, with what it does', () => {
    const item = only(mixed, { mixed: 'review' })
    expect(item.choices.map(({ key, label }) => [key, label])).toEqual([
      ['expire-0', "revalidateTag('posts', { expire: 0 })"],
      ['max', "revalidateTag('posts', 'max')"],
      ['updateTag', "updateTag('posts')"],
      ['keep', 'Leave it, and do not ask again'],
      ['comment', 'Leave it, with a comment that says so'],
    ])
    expect(item.choices.every(({ effect }) => effect !== '')).toBe(true)
    expect(item.choices[2]?.effect).toContain('Throws where anything else runs it.')
  })

  test("beside a call with 'max' nothing that it would undo", () => {
    const text = `'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function save() {\n  revalidateTag('a')\n  revalidateTag('a', 'max')\n}\n`
    expect(keys(only({ 'app/actions.ts': text }))).toEqual(['max', 'keep', 'comment'])
  })

  test('no comment where it would be text of the page', () => {
    const text =
      "import { revalidateTag } from 'next/cache'\nexport default function Page() {\n  const tags = ['a'] as const\n  return (\n    <p>\n      {revalidateTag(...tags)}\n    </p>\n  )\n}\n"
    expect(keys(only({ 'app/page.tsx': text }))).toEqual(['keep'])
  })

  test('a missing argument: what is in scope, and free text of names', () => {
    const item = only(tasks)
    expect(item.decisions[0].rule).toBe('argument-missing')
    expect(item.choices.map(({ label }) => label)).toContain('team is when')
    expect(item.typed?.what).toBe('team of taskTags.list(team, year)')
    const typed = (text: string): boolean => item.choiceOf(item.typed?.keyOf(text) ?? '') !== null
    expect(['task.teamId', 'task.team.id', 'when'].map(typed)).toEqual([true, true, true])
    expect(['nobody.teamId', 'a b', '1', 'task.', "x');evil('", ''].map(typed)).toEqual(
      Array.from({ length: 6 }, () => false),
    )
  })

  test('one question after the other, until all is said', () => {
    const first = only(tasks)
    const second = first.next('taskTags.list.team=task.teamId')
    expect(second?.decisions[0].reason).toContain('its year')
    const last = second?.choices.find(({ label }) => label === 'year is when')
    expect(last?.key).toBe('taskTags.list.team=task.teamId + taskTags.list.year=when')
    expect(last?.after).toBe('updateTag(taskTags.list(task.teamId, when))')
    expect(second?.next(last?.key ?? '')).toBeNull()
  })

  test('a path that two pages may take: the page that it fits, with what follows', () => {
    const page = 'export default function Page() {\n  return null\n}\n'
    const action =
      "'use server'\nimport { revalidatePath } from 'next/cache'\nexport async function save(what: string) {\n  revalidatePath(`/shop/${what}`)\n}\n"
    const item = only({
      'app/shop/[kind]/page.tsx': page,
      'app/shop/sale/page.tsx': page,
      'app/actions.ts': action,
    })
    expect(keys(item)).toEqual(['page:app/shop/[kind]/page.tsx', 'keep', 'comment'])
    expect(item.choices[0]?.effect).toMatch(/^It stays as it is: /)
  })
})

describe('what an answer does', () => {
  test('keep', () => {
    expect(answered(spread, 'keep -- the types say one')).toMatchObject({
      action: 'keep',
      rule: 'configured',
      reason: 'A person decided that it stays as it is: the types say one',
    })
  })

  test('a comment that survives a line end in its reason', () => {
    const decision = answered(spread, 'comment -- two\nlines\u2028three')
    expect(decision?.edit).toMatchObject({
      kind: 'insert-text',
      text: '  // retag-ignore revalidate-tag -- two lines three\n',
    })
  })

  test('a form', () => {
    expect(answered(mixed, 'max', { mixed: 'review' })).toMatchObject({
      action: 'rewrite',
      semantics: 'changed',
      after: "revalidateTag('posts', 'max')",
    })
  })

  test('arguments of a helper', () => {
    const said = 'taskTags.list.team=task.teamId + taskTags.list.year=when'
    expect(answered(tasks, said)?.after).toBe('updateTag(taskTags.list(task.teamId, when))')
  })

  test.each([
    'max',
    'page:gone',
    'nonsense',
    '__proto__',
    'constructor',
    'keep + max',
    'taskTags.list.team=gone',
    ' -- ',
  ])('one that does not fit leaves the place waiting and is named: %s', (answer) => {
    const decision = answered(tasks, answer)
    expect(decision?.action).toBe('review')
    expect(decision?.reason).toContain('of the config does not fit here any more')
  })

  test('a place that needs nobody takes no answer', () => {
    const { key } = only(mixed, { mixed: 'review' })
    const { decisions } = ask(mixed, { decisions: { [key]: 'keep' } })
    expect(decisions.find(({ file }) => file === 'lib/posts.ts')?.rule).toBe('mixed')
  })
})

describe('the key of a place', () => {
  test('holds when lines move and spaces change, and tells functions apart', () => {
    const text = spread['app/actions.ts'] as string
    const key = only(spread).key
    expect(key).toMatch(/^revalidate-tag:app\/actions\.ts#save:[0-9a-f]{8}$/)
    expect(only({ 'app/actions.ts': text.replace('export', '\n\n// moved\nexport') }).key).toBe(key)
    expect(only({ 'app/actions.ts': text.replace('save', 'other') }).key).not.toBe(key)
    expect(fileOfKey(key)).toBe('app/actions.ts')
  })

  test('the same text twice in one function is one question', () => {
    const text = (spread['app/actions.ts'] as string).replace(
      '  revalidateTag',
      '  revalidateTag(...tags)\n  revalidateTag',
    )
    const item = only({ 'app/actions.ts': text })
    expect(item.decisions.map(({ line }) => line)).toEqual([4, 5])
    const { decisions } = ask({ 'app/actions.ts': text }, { decisions: { [item.key]: 'keep' } })
    expect(decisions.map(({ rule }) => rule)).toEqual(['configured', 'configured'])
  })
})

test('an answer is words, and a reason behind two dashes', () => {
  expect(readAnswer('a + b=c -- why -- so')).toEqual({ words: ['a', 'b=c'], reason: 'why -- so' })
})
