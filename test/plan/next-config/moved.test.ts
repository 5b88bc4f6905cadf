import { describe, expect, test } from 'vitest'
import { planMovedSettings } from '../../../src/plan/next-config/moved-settings.js'
import { planPagesRevalidate } from '../../../src/plan/pages-revalidate.js'
import { changedFiles, inputOf } from './support.js'

/** The config after the run, and the rules by line. */
function moved(text: string, more: Record<string, string> = {}) {
  const files = { 'next.config.ts': text, ...more }
  const { decisions, findings } = planMovedSettings('stable-names', inputOf(files))
  return {
    text: changedFiles(files, decisions)['next.config.ts'],
    rules: decisions.map(({ line, api, rule }) => `${line} ${api} ${rule}`),
    findings: findings.map(({ id, file, line }) => `${id} ${file}:${line}`),
  }
}

describe('settings that leave experimental', () => {
  test.each<[string, string, string]>([
    [
      'the last of several, without trailing comma',
      'export default {\n  experimental: {\n    a: 1,\n    cacheLife: {}\n  }\n}\n',
      'export default {\n  cacheLife: {},\n  experimental: {\n    a: 1\n  }\n}\n',
    ],
    [
      'the first of several, with CRLF',
      'export default {\r\n\texperimental: {\r\n\t\tcacheLife: {},\r\n\t\ta: 1,\r\n\t},\r\n}\r\n',
      'export default {\r\n\tcacheLife: {},\r\n\texperimental: {\r\n\t\ta: 1,\r\n\t},\r\n}\r\n',
    ],
    [
      'two around one that stays',
      'export default {\n  experimental: {\n    cacheLife: {},\n    a: 1,\n    cacheComponents: true,\n  },\n}\n',
      'export default {\n  cacheLife: {},\n  cacheComponents: true,\n  experimental: {\n    a: 1,\n  },\n}\n',
    ],
    [
      'two of three on one line',
      'export default { experimental: { cacheLife: {}, a: 1, cacheComponents: true } }\n',
      'export default { cacheLife: {}, cacheComponents: true, experimental: { a: 1 } }\n',
    ],
    [
      'a quoted one',
      "module.exports = { 'experimental': { 'dynamicIO': process.env.IO === '1' } }\n",
      "module.exports = { cacheComponents: process.env.IO === '1' }\n",
    ],
    [
      'a shorthand that takes another name',
      'const dynamicIO = true\nexport default { experimental: { dynamicIO } }\n',
      'const dynamicIO = true\nexport default { cacheComponents: dynamicIO }\n',
    ],
    [
      'a comment that stands alone in the object that goes',
      'export default {\n  experimental: {\n    cacheLife: {},\n    // more to come\n  },\n}\n',
      'export default {\n  // more to come\n  cacheLife: {},\n}\n',
    ],
    [
      'a text over several lines, byte for byte',
      'export default {\n  experimental: {\n    cacheLife: load(`\n      a\n    `),\n  },\n}\n',
      'export default {\n  cacheLife: load(`\n      a\n    `),\n}\n',
    ],
    [
      'through casts and plugins',
      'export default withA({ experimental: { cacheLife: {} } as Experimental } satisfies NextConfig)\n',
      'export default withA({ cacheLife: {} } satisfies NextConfig)\n',
    ],
  ])('%s', (_, before, after) => {
    const { text } = moved(before)
    expect(text).toBe(after)
    expect(moved(text ?? '').rules).toEqual([])
  })

  test('where dynamicIO and cacheComponents are both set, one moves and a person decides', () => {
    const { text, rules } = moved(
      'export default { experimental: { cacheComponents: true, dynamicIO: true } }\n',
    )
    expect(text).toBe('export default { cacheComponents: true, experimental: { dynamicIO: true } }\n')
    expect(rules).toEqual([
      '1 experimental.cacheComponents moved-setting',
      '1 experimental.dynamicIO setting-exists',
    ])
  })

  test('what cacheComponents breaks is listed, unless dynamicIO is off', () => {
    const pages = {
      'app/page.tsx': 'export const revalidate = 60',
      'app/x/route.ts': 'export const maxDuration = 1',
    }
    expect(moved('export default { experimental: { dynamicIO: true } }', pages).findings).toEqual([
      'cache-components-breaks app/page.tsx:1',
    ])
    expect(moved('export default { experimental: { dynamicIO: false } }', pages).findings).toEqual([])
    expect(moved('export default { experimental: { cacheComponents: true } }', pages).findings).toEqual([])
  })

  test('a setting in the file of a shared base moves there', () => {
    const base = { 'base.ts': 'export const base = { experimental: { cacheLife: { a: {} } } }\n' }
    const files = {
      'next.config.ts': "import { base } from './base'\nexport default { ...base, a: 1 }\n",
      ...base,
    }
    const { decisions } = planMovedSettings('stable-names', inputOf(files))
    expect(changedFiles(files, decisions)).toEqual({
      'base.ts': 'export const base = { cacheLife: { a: {} } }\n',
    })
  })
})

describe('res.unstable_revalidate', () => {
  const rules = (file: string, text: string) =>
    planPagesRevalidate('stable-names', inputOf({ 'pages/index.tsx': '', [file]: text })).map(
      ({ rule }) => rule,
    )

  test.each([
    [
      'pages/api/a.ts',
      'export default async (req, res) => { await res.unstable_revalidate("/") }',
      'renamed',
    ],
    [
      'pages/api/a.js',
      'exports.default = with(function (q, r) { r!.unstable_revalidate?.("/") })',
      'renamed',
    ],
    [
      'lib/a.ts',
      'const f = ({ a }, res: import("next").NextApiResponse) => res.unstable_revalidate("/")',
      'renamed',
    ],
    ['lib/a.ts', 'const f = (req, res) => res.unstable_revalidate("/")', 'response-unclear'],
    ['pages/api/a.ts', 'const f = (req, store: Store) => store.unstable_revalidate("/")', 'response-unclear'],
    [
      'pages/api/a.ts',
      'const f = (req, res) => { const res = x; res.unstable_revalidate("/") }',
      'response-unclear',
    ],
    ['pages/api/a.ts', 'const f = (res) => res.unstable_revalidate("/")', 'response-unclear'],
  ])('in %s: %s', (file, text, rule) => {
    expect(rules(file, text)).toEqual([rule])
  })
})
