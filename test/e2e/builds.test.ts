import { mkdtempSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadFixtures } from '../support/fixtures.js'
import { writeTree } from '../support/tree.js'
import { modules, removeApp } from './support/app.js'
import { createCleanup } from './support/cleanup.js'
import { merge, placeOf } from './support/merge.js'
import { build } from './support/next.js'

/*
 * Real Next.js compiles what retag writes: the outputs of all fixtures of `unstable-cache`, merged into one app, with one
 * page for each fixture. A page loads every file that the fixture changes, and its pages and routes, inside a Suspense
 * boundary and behind `connection()`. So the compiler sees every `'use cache'` function, the bundler every import, and
 * the server loads every module. The cached functions do not run, because they would ask hosts that do not exist;
 * `use-cache.test.ts` runs the same forms. Segment configs of the fixtures are no segment configs here. Types are
 * checked by `types.test.ts`, each fixture as a program of its own.
 */
const fixtures = loadFixtures().filter(
  ({ transform, output }) => transform === 'unstable-cache' && Object.keys(output).length > 0,
)

const flags: [string, object][] = [
  ['experimental.useCache', { experimental: { useCache: true } }],
  ['cacheComponents', { cacheComponents: true }],
]

/** What Next.js lists of a function that it compiled. */
interface Reference {
  filename: string
  exportedName: string
}

const cleanup = createCleanup()
let compiled: Map<string, Reference[]>

beforeAll(async () => {
  const built = await Promise.allSettled(
    flags.map(async ([flag, settings]) => [flag, await compile(settings)] as const),
  )
  const entries = built.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  compiled = new Map(entries)
}, 300_000)

afterAll(cleanup.run)

/** Builds the merged app and returns the functions that Next.js found in it. */
async function compile(settings: object): Promise<Reference[]> {
  const folder = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'retag-e2e-')))
  cleanup.defer(() => removeApp(folder))
  symlinkSync(modules, path.join(folder, 'node_modules'), 'junction')
  writeTree(folder, merge(fixtures, settings))
  await build(folder, {})
  const manifest = readFileSync(path.join(folder, '.next/server/server-reference-manifest.json'), 'utf8')
  return Object.values(JSON.parse(manifest).node)
}

test('there are fixtures to build', () => {
  expect(fixtures.length).toBeGreaterThan(20)
})

describe.each(flags)('under %s, Next.js compiles each function that it is given', (flag) => {
  test.each(fixtures.map(({ name, after }, index) => ({ name, after, index })))(
    '$name',
    ({ after, index }) => {
      const references = compiled.get(flag) ?? []
      for (const [file, text] of Object.entries(after)) {
        const written = text.match(/^\s*(['"])use cache\1;?\s*$/gm) ?? []
        const found = references.filter(
          ({ filename, exportedName }) =>
            filename.endsWith(`/${placeOf(index, file)}`) && exportedName.startsWith('$$RSC_SERVER_CACHE_'),
        )
        expect({ file, functions: found.length }).toEqual({ file, functions: written.length })
      }
    },
  )
})
