import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Club,
  change,
  expire,
  foundFor,
  isStored,
  migrate,
  openClub,
  pageLifetime,
  refresh,
  shown,
  sourcesOf,
  startClub,
} from './club.js'
import { actionId, callAction } from './support/action.js'
import { createCleanup } from './support/cleanup.js'
import { request, textOf } from './support/page.js'
import { pollUntil } from './support/poll.js'

/** Each form of `unstable_cache`: its page, the form, what stands in its place afterwards, what it reads. */
const forms = [
  ['cart', 'called at once, between other code', 'async function getCachedCart(name: string) {'],
  ['wishes', 'called at once where cookies() is read', 'async function getCachedWishes(member: string) {'],
  ['visits', 'returned by a function', '() => loadVisits(member)'],
  ['loans', 'a module constant', 'export async function getLoans(member: string) {'],
  ['notices', "an export of a 'use server' file", 'export async function getNotices(member: string) {'],
  ['profile', 'inside cache() of React', 'cache(async (member: string) => {'],
  ['shelf', 'a member of an object', 'list: async (member: string) => {'],
  ['desk', 'a static property', 'static queue = async (member: string) => {'],
  ['rank', 'a private static property', 'static #rank = async (member: string) => {'],
  ['seats', 'all that a static method does', 'static async seats(member: string) {'],
  [
    'fees',
    'a local constant that captures',
    'async function load(kind: string, member: string, year: number) {',
  ],
  ['feed', 'all that a function does', '  cacheTag(...tags)'],
  ['awards', 'through a wrapper of the project', 'export async function getAwards(member: string) {'],
  ['badge', 'a default export', 'export default async function (member: string) {'],
  ['team', 'made for each element of a list', 'names.map(async (name) => {'],
  ['article', 'one of two branches', ': getCachedArticle(member)'],
  ['with-default', 'with a default parameter', "withDefault(member: string, unit = 'pieces') {", 'stock'],
  ['with-rest', 'with a rest parameter', 'withRest(member: string, ...rooms: string[]) {', 'stock'],
  ['taken-apart', 'with a destructured parameter', 'async function takenApart(', 'stock'],
  ['generic', 'a generic function', 'export async function generic<T extends string>(', 'stock'],
] as const

/** What Next.js writes for an entry that lives until it is invalidated. */
const never = 4_294_967_294

const cleanup = createCleanup()
let legacy: Club
let migrated: Club
let withComponents: Club

beforeAll(async () => {
  const opened = await Promise.allSettled([
    openClub(cleanup, () => {}),
    openClub(cleanup, (folder) => migrate(folder, 'useCache')),
    openClub(cleanup, (folder) => migrate(folder, 'cacheComponents')),
  ])
  // Only now, so that nothing still comes up while the cleanup runs.
  const clubs = opened.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  ;[legacy, migrated, withComponents] = clubs as [Club, Club, Club]
}, 300_000)

afterAll(cleanup.run)

const versions: [string, () => Club][] = [
  ['before', () => legacy],
  ['after', () => migrated],
  ['after, under cacheComponents', () => withComponents],
]

test('the migration takes every form, and leaves what it is told to', () => {
  const sources = sourcesOf(migrated)
  const code = Object.values(sources).join('\n')
  for (const [, , after] of forms) expect(code).toContain(after)
  const left = Object.keys(sources).filter((file) => sources[file]?.includes('unstable_cache('))
  expect(left).toEqual(['lib/forms/kept.ts', 'lib/forms/wrapper.ts'])
})

describe.each(versions)('%s: two members have an entry each', (_, clubOf) => {
  test.each(forms)('%s: %s', async (page, _form, _after, entry: string = page) => {
    const club = clubOf()
    change(club, entry, 'first')
    const ann = await shown(club, page, 'ann')
    expect(ann).toContain('first')
    expect(ann).toContain('ann')
    change(club, entry, 'second')
    expect(await shown(club, page, 'ann')).toBe(ann)
    const bob = await shown(club, page, 'bob')
    expect(bob).toBe(ann.replaceAll('first', 'second').replaceAll('ann', 'bob'))
    expect(await shown(club, page, 'ann')).toBe(ann)
  })

  test('a function that was handed over by name has one for each argument', async () => {
    const club = clubOf()
    const { body } = await request(`${club.url}/rules`)
    expect(textOf(body, 'output')).toBe('short: be kind')
    change(club, 'rules', 'be nice')
    const long = await shown(club, 'rules-of', 'ann')
    expect(long).toBe('long: be nice for ann')
    change(club, 'rules', 'be kind')
    expect(await shown(club, 'rules-of', 'bob')).toBe('long: be nice for bob')
  })
})

test.each(versions)(
  "%s: the browser gets a 'use server' export from the server's entries",
  async (_, clubOf) => {
    const club = clubOf()
    const ask = (member: string) =>
      callAction(`${club.url}/notices`, actionId(club.folder, 'getNotices'), [member])
    change(club, 'notices', 'early')
    expect(await shown(club, 'notices', 'cat')).toBe('early for cat')
    change(club, 'notices', 'late')
    expect(await ask('cat')).toBe('early for cat')
    expect(await ask('dan')).toBe('late for dan')
    change(club, 'notices', 'later')
    expect(await ask('dan')).toBe('late for dan')
    expect(await shown(club, 'notices', 'dan')).toBe('late for dan')
  },
)

describe.each(versions)('%s: a tag', (_, clubOf) => {
  const pages = ['loans', 'old-loans']

  /** Entries of both kinds hold the old value, and the store a new one. */
  async function prepare(club: Club): Promise<void> {
    await expire(club, 'loans', 'loans', 'ann')
    change(club, 'loans', 'old')
    // Expiring re-rendered the page, and with it one of the entries.
    await expire(club, 'loans', 'loans', 'ann')
    for (const page of pages) expect(await shown(club, page, 'ann')).toBe('old for ann')
    change(club, 'loans', 'new')
    for (const page of pages) expect(await shown(club, page, 'ann')).toBe('old for ann')
  }

  test.each(pages)('that an action on /%s updates makes both kinds of entry new at once', async (page) => {
    const club = clubOf()
    await prepare(club)
    expect(await expire(club, 'loans', page, 'ann')).toBe('new for ann')
    for (const other of pages) expect(await shown(club, other, 'ann')).toBe('new for ann')
  })

  test("that a route handler revalidates with 'max' makes both kinds new soon", async () => {
    const club = clubOf()
    await prepare(club)
    expect(await refresh(club, 'loans')).toBe(200)
    for (const page of pages)
      await pollUntil(
        () => shown(club, page, 'ann'),
        (value) => value === 'new for ann',
      )
  })

  test('made of the cookie is of one member alone', async () => {
    const club = clubOf()
    change(club, 'feed', 'old')
    for (const member of ['eve', 'fay']) await shown(club, 'feed', member)
    change(club, 'feed', 'new')
    await expire(club, 'feed-eve', 'feed', 'eve')
    expect(await shown(club, 'feed', 'eve')).toBe('new for eve')
    expect(await shown(club, 'feed', 'fay')).toBe('old for fay')
  })
})

describe.each(versions)('%s: the lifetime', (version, clubOf) => {
  /** Longer than the lifetime of a second. */
  const overdue = () => pause(1_200)

  test('of a second is over after a second', async () => {
    const club = clubOf()
    change(club, 'ticker', 'old')
    expect(await shown(club, 'ticker', 'ann')).toBe('old for ann')
    await overdue()
    change(club, 'ticker', 'new')
    // unstable_cache hands out the old value and refreshes behind it; 'use cache' makes the visitor wait.
    const expected = version === 'before' ? 'old for ann' : 'new for ann'
    expect(await shown(club, 'ticker', 'ann')).toBe(expected)
    await pollUntil(
      () => shown(club, 'ticker', 'ann'),
      (text) => text === 'new for ann',
    )
  })

  test('that is over while the source fails', async () => {
    const club = clubOf()
    change(club, 'forecast', 'rain')
    expect(await shown(club, 'forecast', 'ann')).toBe('rain for ann')
    change(club, 'forecast', 'none')
    await overdue()
    const expected = version === 'before' ? 'rain for ann' : 'no answer'
    for (const _visit of [1, 2]) expect(await shown(club, 'forecast', 'ann')).toBe(expected)
  })

  test('reaches the prerendered page: a second, and for ever without `revalidate`', () => {
    expect(pageLifetime(clubOf(), '/clock')).toBe(1)
    expect(pageLifetime(clubOf(), '/rules')).toBe(false)
  })
})

describe('after: the stored lifetime', () => {
  test.each([
    ['statutes', 'for ever without `revalidate`, not 15 minutes', never],
    ['history', 'for ever with `revalidate: false`', never],
    ['cart', 'an hour with `revalidate: 3600`', 3600],
  ])('%s: %s, and no hard expiry', async (page, _, revalidate) => {
    const member = `reader-of-${page}`
    // The second visit finds the entry.
    for (const _visit of [1, 2]) await shown(migrated, page, member)
    const lifetime = await pollUntil(
      () => foundFor(migrated, member),
      (found) => found !== null,
    )
    expect(lifetime).toEqual({ expire: never, revalidate })
  })
})

describe('a Date in the result', () => {
  test('before: is one at first, and a text out of the cache', async () => {
    change(legacy, 'event', '2026-01-02')
    expect(await shown(legacy, 'event', 'ann')).toBe('Date 2026-01-02T00:00:00.000Z')
    expect(await shown(legacy, 'event', 'ann')).toBe('string 2026-01-02T00:00:00.000Z')
  })

  test('after: stays one', async () => {
    change(migrated, 'event', '2026-01-02')
    for (const _visit of [1, 2])
      expect(await shown(migrated, 'event', 'ann')).toBe('Date 2026-01-02T00:00:00.000Z')
  })
})

describe('a captured value that the key has forgotten', () => {
  test.each<[string, () => Club, string]>([
    ['before: shows one member what belongs to another', () => legacy, 'hello for ann'],
    ['after: tells the entries apart', () => migrated, 'hello for bob'],
  ])('%s', async (_, clubOf, expected) => {
    const club = clubOf()
    change(club, 'greeting', 'hello')
    expect(await shown(club, 'greeting', 'ann')).toBe('hello for ann')
    expect(await shown(club, 'greeting', 'bob')).toBe(expected)
  })
})

describe('an error of the project', () => {
  test('before: arrives with its name and message', async () => {
    change(legacy, 'opening', 'closed')
    expect(await shown(legacy, 'opening', 'ann')).toBe('ClosedError: the club is closed to ann')
  })

  test('after: arrives without them', async () => {
    change(migrated, 'opening', 'closed')
    const text = await shown(migrated, 'opening', 'ann')
    expect(text).toMatch(/^Error: An error occurred in the Server Components render\./)
    expect(text).not.toContain('closed to ann')
  })
})

test('a restart keeps the entries of the old kind and loses those of the new one', async () => {
  const pages = ['loans', 'old-loans']
  await expire(migrated, 'loans', 'cart', 'ann')
  change(migrated, 'loans', 'kept')
  for (const page of pages) expect(await shown(migrated, page, 'gus')).toBe('kept for gus')
  await pollUntil(
    () => isStored(migrated, 'kept for gus'),
    (stored) => stored,
  )
  await migrated.stop()
  change(migrated, 'loans', 'new')
  Object.assign(migrated, await startClub(cleanup, migrated))
  expect(await shown(migrated, 'old-loans', 'gus')).toBe('kept for gus')
  expect(await shown(migrated, 'loans', 'gus')).toBe('new for gus')
})

test('no server prints an error but the two of the club, and all go without a trace', async () => {
  await cleanup.run()
  for (const { url, pid, folder, output } of [legacy, migrated, withComponents]) {
    const errors = output().match(/^.*⨯.*$/gm) ?? []
    expect(errors.filter((line) => !/does not answer|is closed to/.test(line))).toEqual([])
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(existsSync(folder)).toBe(false)
  }
})
