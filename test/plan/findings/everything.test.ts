import { describe, expect, test } from 'vitest'
import { actions, findings } from './support.js'

const id = 'invalidate-everything'
const inAction = (line: string) => actions(`export async function save(id: string) { ${line} }`)

describe('invalidating everything', () => {
  test.each([
    "revalidatePath('/', 'layout')",
    "const root = '/'; revalidatePath(root, `layout`)",
    "updateTag('')",
    "revalidateTag('')",
    "revalidateTag('', 'max')",
  ])('is found in an action: %s', (line) => {
    expect(findings(inAction(line), id)).toEqual(['app/actions.ts:2'])
  })

  test.each([
    "revalidatePath('/')",
    "revalidatePath('/', 'page')",
    "revalidatePath('/a', 'layout')",
    'revalidatePath(id, "layout")',
    "revalidatePath('')",
    'updateTag(id)',
    "updateTag('a' + '')",
  ])('is not found: %s', (line) => {
    expect(findings(inAction(line), id)).toEqual([])
  })

  const expire =
    "import { revalidatePath } from 'next/cache'\nexport const expire = () => revalidatePath('/', 'layout')"

  test('is found in what a route handler calls', () => {
    const route = "import { expire } from '../../lib/expire'\nexport async function POST() { expire() }"
    expect(findings({ 'lib/expire.ts': expire, 'app/a/route.ts': route }, id)).toEqual(['lib/expire.ts:2'])
  })

  test('is not found in what only scripts and tests call, or nobody', () => {
    const script = "import { expire } from '../lib/expire'\nexpire()"
    expect(findings({ 'lib/expire.ts': expire }, id)).toEqual([])
    expect(
      findings({ 'lib/expire.ts': expire, 'scripts/a.ts': script, 'lib/a.test.ts': script }, id),
    ).toEqual([])
  })
})
