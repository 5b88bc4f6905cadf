import { describe, expect, test } from 'vitest'
import { plan } from '../../src/index.js'
import { app } from '../support/app.js'

const imports = "'use server'\nimport { revalidateTag } from 'next/cache'\n"

/** The new text of an action's body, or the rule and null where nothing changes. */
function bodyAfter(body: string): string | null {
  const { plan: made, changes } = plan(
    app({ 'app/page.tsx': '', 'app/a.ts': `${imports}export async function save(id) {\n${body}\n}\n` }),
  )
  const [change] = changes
  if (!change) return made.decisions.map(({ rule }) => rule).join()
  return /\{\n((?:.*\n)*)\}/.exec(change.after)?.[1] ?? null
}

describe('a @ts-expect-error that the rewrite makes needless', () => {
  test.each([
    "  // @ts-expect-error one argument\n  revalidateTag('a')",
    "  //@ts-expect-error\n  await revalidateTag('a')",
    "  /* @ts-expect-error one argument */\n  revalidateTag('a')",
    "  // @ts-expect-error one argument\n  // of two\n\n  revalidateTag('a')",
    "  // @ts-expect-error one argument\n  revalidateTag(\n    'a',\n  )",
  ])('goes: %s', (body) => {
    expect(bodyAfter(body)).not.toContain('@ts-expect-error')
    expect(bodyAfter(body)).toContain('updateTag(')
  })

  test.each([
    '  // @ts-expect-error two calls\n  revalidateTag(tag(id))',
    '  // @ts-expect-error behind code\n  if (id) revalidateTag(String(id))',
    "  const x = 1 // @ts-expect-error\n  revalidateTag('a')",
    "  /*\n   * @ts-expect-error one argument */\n  revalidateTag('a')",
  ])('is for a person: %s', (body) => {
    expect(bodyAfter(body)).toBe('expect-error')
  })

  test.each([
    "  // @ts-ignore\n  revalidateTag('a')",
    "  // @ts-expect-error about f\n  f()\n  revalidateTag('a')",
    "  // see @ts-expect-error elsewhere\n  revalidateTag('a')",
  ])('stays, where it is about something else: %s', (body) => {
    expect(bodyAfter(body)).toContain(body.split('\n')[0])
    expect(bodyAfter(body)).toContain("updateTag('a')")
  })
})
