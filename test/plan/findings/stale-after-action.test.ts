import { describe, expect, test } from 'vitest'
import { actions, findings } from './support.js'

const id = 'stale-after-action'

describe(id, () => {
  test.each([
    ['max', "export async function save() { revalidateTag('a', 'max') }"],
    ['another profile', "export async function save() { revalidateTag('a', 'hours') }"],
    ['an object with a time', "export async function save() { revalidateTag('a', { expire: 60 }) }"],
    ['a callback', "export async function save(tags) { tags.forEach((tag) => revalidateTag(tag, 'max')) }"],
    ['another tag beside', "export async function save() { updateTag('b'); revalidateTag('a', 'max') }"],
  ])('for %s in an action', (_, body) => {
    expect(findings(actions(body), id)).toEqual(['app/actions.ts:2'])
  })

  test.each([
    ['an immediate expiry', "export async function save() { revalidateTag('a', { expire: 0 }) }"],
    ['one argument', "export async function save() { revalidateTag('a') }"],
    [
      'what refreshes',
      "import { refresh } from 'next/cache'\nexport async function save() { revalidateTag('a', 'max'); refresh() }",
    ],
    [
      'what runs after the response',
      "import { after } from 'next/server'\nexport async function save() { after(() => { revalidateTag('a', 'max') }) }",
    ],
    ['an unknown profile, told otherwise', "export async function save() { revalidateTag('a', 'nosuch') }"],
    [
      'a second call for the tag, told otherwise',
      "export async function save() { updateTag('a'); revalidateTag('a', 'max') }",
    ],
  ])('not for %s', (_, body) => {
    expect(findings(actions(body), id)).toEqual([])
  })

  test('not in a route handler, nor where both run it', () => {
    const lib =
      "import { revalidateTag } from 'next/cache'\nexport const expire = () => revalidateTag('a', 'max')"
    const files = {
      'lib/x.ts': lib,
      'app/x/route.ts': "import { expire } from '../../lib/x'\nexport const POST = () => expire()",
      'app/y.ts':
        "'use server'\nimport { expire } from '../lib/x'\nexport async function save() { expire() }",
    }
    expect(findings(files, id)).toEqual([])
  })
})
