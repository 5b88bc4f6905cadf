import { describe, expect, it } from 'vitest'
import { compareSites, reexports, sitesIn } from '../../corpus/lib/sites.js'
import { decision } from './decision.js'

function found(text: string, file = 'a.ts') {
  return sitesIn(file, text).map((site) => `${site.line} ${site.name} ${site.kind} ${site.args}`)
}

describe('the independent scan', () => {
  it('finds calls by binding: alias, namespace, default interop, casts, optional calls', () => {
    const text = [
      "import { revalidateTag as bust } from 'next/cache'",
      "import * as cache from 'next/cache'",
      "import interop from 'next/cache'",
      "bust('a')",
      "cache.revalidateTag('a', 'max')",
      "interop['revalidateTag']('a')",
      ";(bust as any)('a')",
      "bust?.('a')",
      'bust(...tags)',
    ].join('\n')
    expect(found(text)).toEqual([
      '4 revalidateTag call 1',
      '5 revalidateTag call 2',
      '6 revalidateTag call 1',
      '7 revalidateTag call 1',
      '8 revalidateTag call 1',
      '9 revalidateTag call null',
    ])
  })

  it('finds require and import(), destructured or not', () => {
    const text = [
      "const { revalidateTag } = require('next/cache')",
      "const cache = require('next/cache')",
      'async function f() {',
      "  const { unstable_expireTag: expire } = await import('next/cache')",
      "  expire('a', 'b')",
      "  ;(await import('next/cache')).revalidateTag('c')",
      "  import('next/cache').then(({ revalidateTag: late }) => late('d'))",
      '}',
      "revalidateTag('e')",
      "cache.revalidateTag('f')",
    ].join('\n')
    expect(found(text, 'a.js')).toEqual([
      '5 unstable_expireTag call 2',
      '6 revalidateTag call 1',
      '7 revalidateTag call 1',
      '9 revalidateTag call 1',
      '10 revalidateTag call 1',
    ])
  })

  it('counts a function that is handed over as a reference', () => {
    const text =
      "import { revalidateTag } from 'next/cache'\ntags.forEach(revalidateTag)\nrun({ revalidateTag })\ntype T = typeof revalidateTag"
    expect(found(text)).toEqual([
      '2 revalidateTag reference null',
      '3 revalidateTag reference null',
      '4 revalidateTag reference null',
    ])
  })

  it('leaves out what only has the name', () => {
    const text = [
      "import { revalidateTag } from 'next/cache'",
      "import { revalidateTag as other } from './mine'",
      "other('a')",
      "function f(revalidateTag: (tag: string) => void) { revalidateTag('b') }",
      "object.revalidateTag('c')",
      'const x: revalidateTag = 1',
      'const o = { revalidateTag: 1 }',
      "// revalidateTag('d')",
    ].join('\n')
    expect(found(text)).toEqual([])
  })

  it('names the lines that pass next/cache on', () => {
    const text =
      "export { x } from './x'\nexport { revalidateTag } from 'next/cache'\nexport * from 'next/cache'"
    expect(reexports('a.ts', text)).toEqual([2, 3])
  })
})

describe('comparing sites and decisions', () => {
  const sites = sitesIn(
    'a.ts',
    "import { revalidateTag } from 'next/cache'\nrevalidateTag('a'); revalidateTag('b')\ntags.map(revalidateTag)",
  )

  it('is content with one decision per call, references or not', () => {
    const decisions = [decision({ line: 2, column: 1 }), decision({ line: 2, column: 21 })]
    expect(compareSites(sites, decisions)).toEqual([])
    expect(compareSites(sites, [...decisions, decision({ line: 3 })])).toEqual([])
  })

  it('names a call without a decision and a decision without a call', () => {
    const problems = compareSites(sites, [decision({ line: 2 }), decision({ line: 9 })])
    expect(problems.map((problem) => problem.where)).toEqual(['a.ts:2 revalidateTag', 'a.ts:9 revalidateTag'])
  })

  it('leaves the decisions about test doubles alone', () => {
    const doubles = decision({ line: 9, transform: 'test-doubles' })
    expect(compareSites([], [doubles])).toEqual([])
  })
})
