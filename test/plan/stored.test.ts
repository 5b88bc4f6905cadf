import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { packageSchema } from '../../src/config/package-root.js'
import { contexts } from '../../src/context/types.js'
import { readPlan, storePlan } from '../../src/plan/stored.js'
import type { Edit, Plan } from '../../src/plan/types.js'
import { UsageError } from '../../src/workspace/types.js'
import { decision, keptDecision, mixedDecision, samplePlan } from '../report/sample.js'

const schema = packageSchema('plan') as unknown as {
  definitions: Record<
    string,
    { properties?: { kind?: { const: string }; contexts?: { items: { enum: string[] } } } }
  >
}
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)
const at = { start: 1, end: 2 }

/** One of each kind; the type makes sure that none is missing. */
const edits: { [Kind in Edit['kind']]: Extract<Edit, { kind: Kind }> } = {
  call: { kind: 'call', at, to: { name: 'updateTag', profile: null }, dropLine: at },
  'call-per-argument': {
    kind: 'call-per-argument',
    at,
    to: { name: 'revalidateTag', profile: { name: 'max' } },
  },
  callback: { kind: 'callback', at, to: { name: 'revalidateTag', profile: { expire: 0 } } },
  rename: { kind: 'rename', at, to: { name: 'cacheTag' } },
  'add-mock-member': { kind: 'add-mock-member', at, member: 'updateTag', like: 'revalidateTag' },
  assertion: { kind: 'assertion', at, member: 'updateTag', extraArgument: null },
  'add-setting': { kind: 'add-setting', at, path: ['experimental', 'useCache'], value: 'true' },
  'lift-setting': { kind: 'lift-setting', at, name: 'cacheComponents' },
  replace: { kind: 'replace', at, text: 'revalidate' },
  'path-tags': {
    kind: 'path-tags',
    at,
    calls: [{ to: { name: 'updateTag', profile: null }, argument: 'postTags.list()' }],
    imports: [{ name: 'postTags', from: '@/lib/tags' }],
  },
  'replace-expression': { kind: 'replace-expression', at, text: 'postTags.list()', imports: [] },
  'add-members': { kind: 'add-members', at, members: ["list: () => 'posts'"] },
  'insert-text': { kind: 'insert-text', at, text: ',\n' },
  'create-file': { kind: 'create-file', text: 'export {}\n' },
  'use-cache': {
    kind: 'use-cache',
    at,
    form: 'hoisted',
    name: 'getPosts',
    typeParameters: '<T>',
    parameters: ['id: string'],
    returnType: null,
    body: { kind: 'block', ...at },
    replacements: [{ ...at, text: 'id' }],
    revalidate: 'Infinity',
    tags: ["'posts'"],
    replace: at,
    call: 'getPosts(id)',
    calls: [{ at: 4, arguments: ['id'] }],
  },
}

const full = samplePlan(
  [
    mixedDecision(),
    keptDecision(),
    ...Object.values(edits).map((edit, line) => decision({ line: line + 1, edit })),
  ],
  { failures: [{ file: 'src/broken.ts', message: 'It does not parse.' }] },
)

const changed = (change: (plan: Plan) => void): string => {
  const plan = structuredClone(full)
  change(plan)
  return storePlan(plan)
}

test('a plan that is stored and read is the same', () => {
  expect(readPlan(storePlan(full), 'plan.json')).toEqual(full)
  expect(readPlan(`\uFEFF${storePlan(full).replaceAll('\n', '\r\n')}`, 'plan.json')).toEqual(full)
  expect(readPlan(`{ "$schema": "x", ${storePlan(full).slice(1)}`, 'plan.json')).toEqual(full)
  validate(full)
  expect(validate.errors).toBeNull()
})

test('the schema knows every kind of edit and every context', () => {
  const { definitions } = schema
  const kinds = Object.values(definitions).flatMap(({ properties }) => properties?.kind?.const ?? [])
  expect(kinds.sort()).toEqual(Object.keys(edits).sort())
  expect(definitions.decision?.properties?.contexts?.items.enum).toEqual([...contexts])
})

test('what a person may change is read', () => {
  const text = changed(({ decisions }) => {
    for (const one of decisions) one.action = 'keep'
  })
  expect(readPlan(text, 'plan.json').decisions.every(({ action }) => action === 'keep')).toBe(true)
})

const first = (plan: Plan) => plan.decisions[2] as Plan['decisions'][number]
const id = first(full).id

describe('one line for what is no plan', () => {
  test.each<[string, string, string | RegExp]>([
    ['nothing', '', 'p.json is empty. Make it again with `retag plan -o <file>`.'],
    ['a cut-off plan', storePlan(full).slice(0, 900), /^p\.json is no valid JSON; it may be cut off\. /],
    ['text', 'hello', /is no valid JSON/],
    ['another value', '[]', /^p\.json is no plan of retag\. /],
    ['another object', '{ "name": "app" }', /^p\.json is no plan of retag\. /],
    [
      'a report',
      '{ "schemaVersion": 1, "mode": "check", "decisions": [] }',
      /^p\.json is a report, which holds no edits\. /,
    ],
    [
      'another version of the schema',
      changed((plan) => Object.assign(plan, { schemaVersion: 2 })),
      'p.json has the schema version 2, but this retag reads 1. Make the plan with the retag that applies it.',
    ],
    [
      'an unknown action',
      changed((plan) => Object.assign(first(plan), { action: 'skip' })),
      `p.json: "decisions/2/action" (${id}) is not as the schema wants it.`,
    ],
    [
      'an unknown edit',
      changed((plan) => Object.assign(first(plan), { edit: { kind: 'delete', at } })),
      `p.json: "decisions/2/edit" (${id}) is not as the schema wants it.`,
    ],
    [
      'an offset that is none',
      changed((plan) =>
        Object.assign(first(plan), { edit: { ...edits.replace, at: { start: -1, end: 2 } } }),
      ),
      '"decisions/2/edit"',
    ],
    [
      'a missing list',
      changed((plan) => Object.assign(plan, { files: undefined })),
      'the plan is not as the schema',
    ],
    [
      'a hash that is none',
      changed((plan) => Object.assign(plan.files[0] ?? {}, { hash: 'x' })),
      '"files/0/hash"',
    ],
  ])('%s', (_, text, message) => {
    const read = () => readPlan(text, 'p.json')
    expect(read).toThrow(UsageError)
    expect(read).toThrow(message)
    expect(read).toThrow(/^[^\n]+$/)
  })

  test.each(['/etc/hosts', '../x.ts', 'a/../../x.ts', 'a/./b.ts', '..', '', 'a\u0000.ts', 'a/..'])(
    'the path %j',
    (file) => {
      expect(() =>
        readPlan(
          changed((plan) => Object.assign(first(plan), { file })),
          'p.json',
        ),
      ).toThrow('"decisions/2/file"')
      expect(() =>
        readPlan(
          changed((plan) => Object.assign(plan.files[0] ?? {}, { file })),
          'p.json',
        ),
      ).toThrow('"files/0/file"')
    },
  )

  test.each([
    'app/[...slug]/page.ts',
    '.storybook/x.ts',
    'a/..b/c..ts',
    'app/(.)photo/page.tsx',
    'app/(..)(..)x/p.ts',
  ])('the path %j is fine', (file) => {
    expect(
      readPlan(
        changed((plan) => Object.assign(first(plan), { file })),
        'p.json',
      ).decisions[2]?.file,
    ).toBe(file)
  })
})
