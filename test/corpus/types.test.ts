import { describe, expect, it } from 'vitest'
import { checkTypes } from '../../corpus/lib/types.js'
import { decision } from './decision.js'

const codes = (after: string, decisions = [decision()], file = 'a.ts') =>
  checkTypes([{ file, before: '', after }], decisions).map((problem) => problem.message.split(' ')[0])

describe('checkTypes', () => {
  it('accepts what Next.js 16 accepts, whatever else cannot be resolved', () => {
    const text = [
      "import { revalidateTag, updateTag } from 'next/cache'",
      "import { db } from '@/db'",
      "import type { Row } from './row'",
      'export async function save(row: Row) {',
      '  await db.write(row, process.env.KEY, unknownGlobal)',
      "  updateTag('a')",
      "  revalidateTag('a', 'max')",
      '  for (const tag of row.tags) revalidateTag(tag, { expire: 0 })',
      '}',
    ].join('\n')
    expect(codes(text)).toEqual([])
  })

  it('finds a call with one argument', () => {
    const text = "import { revalidateTag } from 'next/cache'\nrevalidateTag('a')\n"
    expect(codes(text)).toEqual(['TS2554'])
    expect(codes(text, [], 'a.js')).toEqual(['TS2554'])
    expect(codes("import * as cache from 'next/cache'\ncache.revalidateTag('a')\n")).toEqual(['TS2554'])
  })

  it('finds a missing import, a name that 16 does not export and a clash', () => {
    expect(codes("export const f = () => updateTag('a')\n")).toEqual(['TS2304'])
    expect(codes("import { unstable_expireTag } from 'next/cache'\nunstable_expireTag('a')\n")).toEqual([
      'TS2305',
    ])
    const clash = "import { updateTag } from 'next/cache'\nexport function updateTag() {}\n"
    expect(codes(clash)).toContain('TS2440')
  })

  it('finds a callback of the wrong shape', () => {
    const text =
      "import { revalidateTag } from 'next/cache'\nexport const f = (tags: string[]) => tags.forEach(revalidateTag)\n"
    expect(codes(text)).toEqual(['TS2345'])
  })

  it('believes a kept or reviewed call, and nothing beside it', () => {
    const text = "import { revalidateTag } from 'next/cache'\nrevalidateTag('a')\nrevalidateTag('b')\n"
    expect(codes(text, [decision({ action: 'review', after: null })])).toEqual(['TS2554'])
  })

  it('says nothing of a call that only has the name', () => {
    expect(codes("import { revalidateTag } from './mine'\nrevalidateTag('a')\n")).toEqual([])
  })
})
