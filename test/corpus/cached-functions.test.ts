import { describe, expect, it } from 'vitest'
import { checkCachedFunctions } from '../../corpus/lib/cached-functions.js'
import { decision } from './decision.js'

const before = "import { unstable_cache } from 'next/cache'\nimport { db } from './db'\nconsole.log(db)\n"
const key = decision({ transform: 'unstable-cache', before: "unstable_cache(load, ['a', id])" })

function said(after: string, file = 'a.ts'): string[] {
  return checkCachedFunctions({ file, before, after }, [key]).map(({ message }) => message)
}

/** A cached function that holds, but for its lines. */
function cached(lines: string, parameters = 'id: string'): string {
  return `import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'
import { db } from './db'
async function getUser(${parameters}) {
  'use cache'
  cacheLife({ revalidate: 60 })
  ${lines}
}
`
}

describe('a cached function', () => {
  it('may use its parameters, its own names, the module and the globals', () => {
    const text = cached(`cacheTag(\`user-\${id}\`)
  const rows = await db.find({ id, name: id })
  return rows.map((row) => ({ ...row, seen: console.log(row.id) }))`)
    expect(said(text)).toEqual([])
    expect(said(`${text}export const load = (id: string) => getUser(id)\n`)).toEqual([])
  })

  it('has lost a variable', () => {
    expect(said(cached('cacheTag(input.id)\n  return id'))).toEqual(['uses input, which nothing declares'])
  })

  it('captures what a function around it holds', () => {
    const text = `import { cacheLife } from 'next/cache'
export async function page(user: string) {
  async function load() {
    'use cache'
    cacheLife({ revalidate: 60 })
    return user
  }
  return load()
}
`
    expect(said(text)).toEqual(['captures user'])
  })

  it('reads the request, this or arguments', () => {
    expect(said(cached('return (await cookies()).get(id)'))).toEqual(['reads cookies()'])
    expect(said(cached('return this.find(id)'))).toEqual(['uses this or arguments'])
    expect(said(cached('return arguments[0] ?? id'))).toContain('uses this or arguments')
  })

  it('says that it is one too late, or is not async', () => {
    const late = cached('return id')
      .replace("  'use cache'\n", '')
      .replace('  return id', "  'use cache'\n  return id")
    expect(said(late)).toEqual(['does not begin with its directive'])
    expect(said(cached('return id').replace('async ', ''))).toEqual(['is not async'])
  })

  it('has a profile, two lifetimes or none, or a list of tags', () => {
    const life = (text: string) => said(cached('return id').replace('cacheLife({ revalidate: 60 })', text))
    expect(life("cacheLife('max')")).toEqual(["has a lifetime that is not { revalidate }: cacheLife('max')"])
    expect(life('cacheLife({ revalidate: 60, expire: 60 })')).toHaveLength(1)
    expect(life('')).toEqual(['has 0 calls of cacheLife'])
    expect(said(cached("cacheTag(['a'])\n  return id"))).toEqual(["hands a list to cacheTag: ['a']"])
    expect(said(cached('cacheTag()\n  return id'))).toEqual(['attaches no tag'])
  })

  it('takes a client, a function, or what nobody needs', () => {
    expect(said(cached('return supabase.from(id)', 'supabase: Client, id: string'))).toContain(
      'takes supabase',
    )
    expect(said(cached('return find(id)', 'find: (id: string) => string, id: string'))).toEqual([
      'takes a function: find',
    ])
    const unused = cached("return 'all'", 'page: number')
    expect(said(unused)).toEqual(['takes page, which it does not use and which was no part of the key'])
    expect(said(cached("return 'all'"))).toEqual([])
  })

  it('is called with too little, too much or a client', () => {
    const call = (args: string) => said(`${cached('return id')}export const load = () => getUser(${args})\n`)
    expect(call('')).toEqual(['is called with 0 arguments, but takes 1: getUser()'])
    expect(call("'a', 'b'")).toEqual(["is called with 2 arguments, but takes 1: getUser('a', 'b')"])
    expect(call('ctx.prisma')).toEqual(['is handed ctx.prisma'])
    expect(call('() => 1')).toEqual(['is handed a function'])
    expect(call('...given')).toEqual([])
  })
})
