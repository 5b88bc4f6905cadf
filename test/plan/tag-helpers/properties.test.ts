import { ts } from '@ts-morph/common'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plan } from '../../../src/index.js'
import { app } from '../../support/app.js'

/** Runs a piece of JavaScript or TypeScript and gives what it exports. */
function evaluate(source: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  })
  const exports: Record<string, unknown> = {}
  new Function('exports', outputText)(exports)
  return exports
}

const word = fc.constantFrom(
  'post',
  'posts',
  'user',
  'form-template',
  'orgInvoices',
  'CMS',
  'stories',
  'x1',
  'ALL',
)
const mark = fc.constantFrom('-', ':', '_', '/', '', "'", '"', '\\\\', '\\n', '$', '\\`', ' é ', '{')
const hole = fc.constantFrom('id', 'orgId', 'user.id', 'n', 'String(n)', 'user.slug')

/** The source of a tag: words, marks and holes; null parts are written as sums. */
const tag = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: word },
      { weight: 2, arbitrary: mark },
      { weight: 1, arbitrary: hole.map((name) => `\${${name}}`) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .filter((parts) => parts.some((part) => /^[a-z]/i.test(part)))
  .map(
    (parts) =>
      `\`${parts.join('').replace(/\$(?!\{(?:id|orgId|user\.id|n|String\(n\)|user\.slug)\})/g, '\\$')}\``,
  )

const parameters = '(id: string, orgId: string, n: number, user: { id: string; slug: string })'
const values = ['a-1', 'o$`\\{}', 7, { id: 'ü', slug: '' }] as const

test('the strings stay the same, to the byte', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 5 }), (tags) => {
      const actions = `'use server'\nimport { updateTag } from 'next/cache'\nexport async function save${parameters} {\n${tags.map((text) => `  updateTag(${text})\n`).join('')}}\n`
      const { workspace, graph } = app({ 'tsconfig.json': '{}', 'app/actions.ts': actions })
      const { plan: made, changes } = plan({ workspace, graph }, { transforms: ['tag-helpers'] })
      expect(made.failures).toEqual([])
      const module = changes.find(({ file }) => file === 'lib/tags.ts')?.after
      const after = changes.find(({ file }) => file === 'app/actions.ts')?.after
      const run = (source: string, helpers: string): unknown => {
        const body = source.slice(source.indexOf('{\n', source.indexOf('save')) + 1, source.lastIndexOf('}'))
        const code = `${helpers}\nexport function tags${parameters} { const found: string[] = []; const updateTag = (tag: string) => found.push(tag)\n${body}\nreturn found }`
        const { tags: read } = evaluate(code) as { tags: (...given: readonly unknown[]) => unknown }
        return read(...values)
      }
      expect(module === undefined).toBe(after === undefined)
      if (module === undefined || after === undefined) {
        expect(made.decisions.filter(({ action }) => action === 'rewrite')).toEqual([])
        return
      }
      expect(run(after, module)).toEqual(run(actions, ''))
      expect(after.match(/updateTag\(`/g)?.length ?? 0).toBe(
        made.decisions.filter(({ action }) => action === 'review').length,
      )
    }),
    { numRuns: 60 },
  )
})
