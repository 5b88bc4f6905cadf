import { describe, expect, test } from 'vitest'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'
import type { Tree } from '../../support/tree.js'
import { actions, findings } from './support.js'

const id = 'invalidate-in-transaction'
const inAction = (body: string): Tree => actions(`export async function save(id: string) {\n${body}\n}`)

describe('invalidation in a transaction', () => {
  test.each([
    ['drizzle', "await db.transaction(async (tx) => { updateTag('a') })"],
    ['Prisma', "await db.$transaction(async (tx) => { updateTag('a') }, { timeout: 1 })"],
    ['kysely', "await db.transaction().setIsolationLevel('x').execute(async (trx) => { updateTag('a') })"],
    ['TypeORM', "await db.manager.transaction('SERIALIZABLE', async (manager) => { updateTag('a') })"],
    ['Mongoose', "await db.session.withTransaction(async () => { updateTag('a') })"],
    ['Sequelize', "await db.transaction({ type: 'x' }, async (t) => { updateTag('a') })"],
    ['postgres.js', "await db.begin(async (sql) => { updateTag('a') })"],
    ['MikroORM', "await db.em.transactional(async (em) => { updateTag('a') })"],
    ['pg-promise', "await db.tx(async (t) => { updateTag('a') })"],
    ['a wrapper of that name', "await runInTransaction(async () => { updateTag('a') })"],
    ['an optional call', "await db?.$transaction!(async () => { updateTag('a') })"],
    ['a path', "await db.transaction(async () => { revalidatePath('/a') })"],
    ['a callback', "await db.transaction(async () => { ['a'].forEach(updateTag) })"],
    ['a loop in it', "await db.transaction(async () => { ['a'].forEach((tag) => { updateTag(tag) }) })"],
    ['a promise in it', "await db.transaction(() => db.save().then(() => updateTag('a')))"],
    ['a function without name', "await db.transaction(async () => { await (async () => updateTag('a'))() })"],
  ])('is found for %s', (_, body) => {
    expect(findings(inAction(body), id)).toEqual(['app/actions.ts:3'])
  })

  test.each([
    ['after it', "await db.transaction(async (tx) => {})\nupdateTag('a')"],
    ['before it', "updateTag('a')\nawait db.transaction(async (tx) => {})"],
    ['in its list of writes', "await db.$transaction([db.save(updateTag('a'))])"],
    ['when it has settled', "await db.transaction(async () => {}).then(() => updateTag('a'))"],
    ['after the response', "await db.transaction(async () => { after(() => updateTag('a')) })"],
    ['in a commit hook', "await db.transaction(async (t) => { t.afterCommit(() => updateTag('a')) })"],
    [
      'in a list for later',
      "const l = []; await db.transaction(async () => { l.push(() => updateTag('a')) })",
    ],
    ['in what it returns', "await db.transaction(async () => () => updateTag('a'))"],
    ['in its options', "await db.transaction(async () => {}, { onCommit: () => updateTag('a') })"],
    ['when money moves', "await createTransaction(1, () => { updateTag('a') })"],
    ['for each of them', "transactions.forEach(() => { updateTag('a') })"],
    ['in an execute of something else', "await db.query().execute(() => { updateTag('a') })"],
    ['in a transition', "startTransition(() => { updateTag('a') })"],
  ])('is not found %s', (_, body) => {
    expect(findings(inAction(body), id)).toEqual([])
  })

  const cache =
    "import { revalidateTag } from 'next/cache'\nexport const cache = {\n  expire(id) { revalidateTag(id) },\n  read(id) {},\n}"

  test('is found through a member of an object of another file, and only through that', () => {
    const body =
      "import { cache } from '../lib/cache'\nexport async function save() {\nawait db.transaction(async () => {\ncache.read('a')\ncache.expire('a')\n})\n}"
    expect(findings({ ...actions(body), 'lib/cache.ts': cache }, id)).toEqual(['app/actions.ts:6'])
  })

  test('is found through a barrel and a function between', () => {
    const files = {
      ...actions(
        "import { store } from '../lib'\nexport async function save() {\nawait db.transaction(() => store('a'))\n}",
      ),
      'lib/index.ts': "export { store } from './store'",
      'lib/store.ts': "import { cache } from './cache'\nexport async function store(id) { cache.expire(id) }",
      'lib/cache.ts': cache,
    }
    expect(findings(files, id)).toEqual(['app/actions.ts:4'])
  })

  test('is found in a function that is handed over by name, at its line', () => {
    const body =
      "export async function save() {\nawait db.transaction(store)\n}\nasync function store(tx) {\nupdateTag('a')\n}"
    expect(findings(actions(body), id)).toEqual(['app/actions.ts:6'])
  })

  test('is not found in tests', () => {
    const text = "import { updateTag } from 'next/cache'\ndb.transaction(() => updateTag('a'))"
    expect(findings({ 'lib/a.test.ts': text }, id)).toEqual([])
  })

  test('names the line of the transaction and what invalidates', () => {
    const files = {
      ...actions(
        "import { cache } from '../lib/cache'\nexport async function save() {\nawait db\n.transaction(async () => {\ncache.expire('a')\n})\n}",
      ),
      'lib/cache.ts': cache,
    }
    const found = plan(app(files)).plan.findings.find((finding) => finding.id === id)
    expect(found).toMatchObject({ severity: 'warning', line: 6, column: 1 })
    expect(found?.message).toMatch(
      /^cache\.expire \(revalidateTag in lib\/cache\.ts:3\) .* transaction of line 5:/,
    )
    expect(found?.help).toMatch(/after it has committed/)
  })
})
