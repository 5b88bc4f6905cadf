import { describe, expect, it } from 'vitest'
import { checkLines } from '../../corpus/lib/lines.js'
import { decision } from './decision.js'

const before = `import { unstable_cache } from 'next/cache'
import { key } from './keys'

// of the page
export default async function Page({ id }: { id: string }) {
  const locale = await getLocale()
  // the user
  const getUser = unstable_cache(async () => load(id), [key(id)], { tags: ['users'] })

  track(locale)
  const user = await getUser()
  return show(user)
}

export const after = 1
`
const after = `import { cacheLife, cacheTag } from 'next/cache'

// the user
async function getUser(id: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('users')
  return load(id)
}

// of the page
export default async function Page({ id }: { id: string }) {
  const locale = await getLocale()

  track(locale)
  const user = await getUser(id)
  return show(user)
}

export const after = 1
`
const hoisted = decision({ transform: 'unstable-cache', rule: 'hoisted', line: 8, column: 19 })
const check = (text: string, decisions = [hoisted]) =>
  checkLines({ file: 'a.ts', before, after: text }, decisions).map(
    ({ where, message }) => `${where} ${message}`,
  )

describe('where code moved', () => {
  it('the function, its call and the imports may change', () => {
    expect(check(after)).toEqual([])
  })

  it('nothing beside them may', () => {
    const message = 'does not stand as it was beside what was converted'
    expect(check(after.replace('track(locale)', 'track( locale )'))).toEqual([
      `a.ts:10 ${message}: track(locale)`,
    ])
    expect(check(after.replace('export const after = 1\n', ''))).toEqual([
      `a.ts:12 ${message}: return show(user)`,
    ])
    expect(check(after.replace('await getLocale()', 'await getLocale() // now'))).toHaveLength(1)
  })

  it('no line may stand between what belongs together', () => {
    expect(check(after.replace('  track', "  console.log('new')\n  track"))).toEqual([])
    expect(check(after.replace('return show', "console.log('new')\n  return show"))).toEqual([])
    expect(
      check(after.replace('}) {\n  const locale', "}) {\n  console.log('new')\n  const locale")),
    ).toHaveLength(1)
  })

  it('a function that became the cached one may change as a whole, its neighbours may not', () => {
    const old =
      'export const a = 1\n\nexport function load(id) {\n  return unstable_cache(async () => find(id), [id])()\n}\n\nexport const b = 2\n'
    const made =
      "export const a = 1\n\nexport async function load(id) {\n  'use cache'\n  return find(id)\n}\n\nexport const b = 2\n"
    const fold = decision({ file: 'a.js', transform: 'unstable-cache', rule: 'fold', line: 4, column: 10 })
    expect(checkLines({ file: 'a.js', before: old, after: made }, [fold])).toEqual([])
    const wrong = made.replace('b = 2', 'b = 3')
    expect(checkLines({ file: 'a.js', before: old, after: wrong }, [fold])).toHaveLength(1)
  })

  it('a setting may stand at the end of the config', () => {
    const old = 'const config = {\n  images: {\n    domains: [],\n  },\n}\n\nexport default config\n'
    const made = old.replace('  },\n}', '  },\n  experimental: { useCache: true },\n}')
    const flag = decision({
      file: 'next.config.mjs',
      transform: 'next-config',
      rule: 'flag',
      line: 1,
      column: 16,
    })
    expect(checkLines({ file: 'next.config.mjs', before: old, after: made }, [flag])).toEqual([])
    const wrong = made.replace('export default config', 'export default { ...config }')
    expect(checkLines({ file: 'next.config.mjs', before: old, after: wrong }, [flag])).toHaveLength(1)
  })
})
