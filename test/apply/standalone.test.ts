import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import revalidateTag, { transform } from '../../transforms/revalidate-tag.js'
import stableNames from '../../transforms/stable-names.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'retag-standalone-')))
  put('package.json', '{ "name": "app", "dependencies": { "next": "16.0.0" } }\n')
  put('app/page.tsx', 'export default function Page() { return null }\n')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(file: string, text: string): string {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

const action =
  "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function save() {\n  revalidateTag('a')\n}\n"
const migrated = action.replaceAll('revalidateTag', 'updateTag')

test('a transform describes itself', () => {
  expect(transform.id).toBe('revalidate-tag')
  expect(transform.words).toContain('revalidateTag')
})

test('decides by the workspace around the file', () => {
  const route =
    "import { revalidateTag } from 'next/cache'\nexport async function POST() {\n  revalidateTag('a')\n}\n"
  const actionFile = put('app/actions.ts', action)
  const routeFile = put('app/api/route.ts', route)
  expect(revalidateTag({ path: actionFile, source: action }, {}, {})).toBe(migrated)
  expect(revalidateTag({ path: routeFile, source: route }, {}, {})).toContain("revalidateTag('a', 'max')")
})

test('keeps the byte order mark and takes options over', () => {
  const route =
    "\uFEFFimport { revalidateTag } from 'next/cache'\nexport async function POST() {\n  revalidateTag('a')\n}\n"
  const file = put('app/api/route.ts', route)
  expect(revalidateTag({ path: file, source: route }, {}, { profile: 'expire-0' })).toBe(
    route.replace("'a'", "'a', { expire: 0 }"),
  )
})

test('gives undefined where nothing changes', () => {
  const page = readFileSync(join(root, 'app/page.tsx'), 'utf8')
  expect(revalidateTag({ path: join(root, 'app/page.tsx'), source: page }, {}, {})).toBeUndefined()
})

test('runs its own rule only', () => {
  const file = put('app/actions.ts', action)
  expect(stableNames({ path: file, source: action }, {}, {})).toBeUndefined()
})

test('an unknown option is refused', () => {
  const file = put('app/actions.ts', action)
  expect(() => revalidateTag({ path: file, source: action }, {}, { mixed: 'all' })).toThrow(
    '--mixed all is unknown',
  )
})

test('reports what needs a person', () => {
  const source = "import { revalidateTag } from 'next/cache'\nexport const list = [revalidateTag]\n"
  const file = put('lib/list.ts', source)
  const lines: string[] = []
  expect(revalidateTag({ path: file, source }, { report: (line) => lines.push(line) }, {})).toBeUndefined()
  expect(lines).toEqual([expect.stringMatching(/^line 2 needs a person: /)])
})

test('a file that does not parse is an error that names it once', () => {
  const source = `${action}}`
  const file = put('app/actions.ts', source)
  expect(() => revalidateTag({ path: file, source }, {}, {})).toThrow(/^app\/actions\.ts: (?!app\/)/)
})
