// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code that is asked about holds templates
import { ts } from '@ts-morph/common'
import { describe, expect, test } from 'vitest'
import { createRequestData, isSecretName } from '../../src/cache/request/index.js'
import { type App, app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { cookies, headers, draftMode } from 'next/headers'\n"

/** The first argument of `ask(...)` in the file that asks. */
function asked({ graph }: App, file: string): ts.Expression {
  let found: ts.Expression | undefined
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'ask') found ??= node.arguments[0]
    node.forEachChild(visit)
  }
  const source = graph.model(file)?.source
  if (source) visit(source)
  if (!found) throw new Error(`${file} asks nothing`)
  return found
}

function originOf(files: Tree, file = 'lib/x.ts') {
  const made = app(files)
  return createRequestData(made.graph).originOf(asked(made, file))
}

/** Where a value asked about in a function of lib/x.ts comes from. */
function sourceOf(body: string, others: Tree = {}, imports = '') {
  const text = `${head}${imports}\nasync function page(props) {\n${body}\n}`
  return originOf({ ...others, 'lib/x.ts': text })?.source ?? null
}

describe('a value comes from the request', () => {
  test.each<[string, string, string]>([
    ['awaited', "ask((await cookies()).get('a')?.value)", 'cookies'],
    ['not awaited', "ask(cookies().get('a').value)", 'cookies'],
    ['as a whole', 'ask(cookies().toString())', 'cookies'],
    ['from headers', "ask((await headers()).get('authorization'))", 'headers'],
    [
      'through variables',
      "const store = await cookies()\nconst a = store.get('a')?.value\nask(a)",
      'cookies',
    ],
    ['destructured', "const { value } = (await cookies()).get('a')\nask(value)", 'cookies'],
    ['all of them', "ask((await cookies()).getAll().map((c) => c.value).join(';'))", 'cookies'],
    ['in a callback', '(await cookies()).getAll().forEach((c) => ask(c.value))', 'cookies'],
    ['in a loop', 'for (const c of (await cookies()).getAll()) ask(c.name)', 'cookies'],
    ['then', "cookies().then((store) => ask(store.get('a')))", 'cookies'],
    ['in a template', "const a = (await cookies()).get('a')\nask(`user-${a}`)", 'cookies'],
    ['in an object', "ask({ a: (await cookies()).get('a') })", 'cookies'],
    ['in an array', "ask(['x', (await cookies()).get('a')])", 'cookies'],
    ['spread', "const xs = [(await cookies()).get('a')]\nask(['x', ...xs])", 'cookies'],
    ['with a default', "ask((await cookies()).get('a')?.value ?? 'none')", 'cookies'],
    ['on a condition', "ask((await cookies()).has('a') ? 'in' : 'out')", 'cookies'],
    [
      'hashed by a package',
      "const a = (await cookies()).get('a')\nask(createHash('md5').update(a).digest('hex'))",
      'cookies',
    ],
    ['given to a constructor', 'ask(new Headers({ cookie: (await cookies()).toString() }))', 'cookies'],
    ['put in later', "const h = new Headers()\nh.set('cookie', cookies().toString())\nask(h)", 'cookies'],
    ['assigned later', "let a = ''\na = (await cookies()).get('a').value\nask(a)", 'cookies'],
    ['one of several', 'const [a, b] = await Promise.all([load(), cookies()])\nask(b)', 'cookies'],
    ['a member', "const o = { x: 1, t: cookies().get('a') }\nask(o.t)", 'cookies'],
    ['a cast', 'ask((cookies() as unknown as UnsafeUnwrappedCookies).get("a")!.value)', 'cookies'],
    [
      'a client that gets the store',
      'const store = await cookies()\nconst db = createServerClient(url, key, { cookies: { getAll() { return store.getAll() } } })\nask(db)',
      'cookies',
    ],
    ['a client that gets the function', 'ask(createClient({ cookies }))', 'cookies'],
    ['a client that gets the function to call', 'ask(createClient({ cookies: () => cookies() }))', 'cookies'],
    [
      'what a client was asked',
      'const db = createClient({ cookies })\nconst { data: { user } } = await db.auth.getUser()\nask(user.id)',
      'cookies',
    ],
    [
      'imported where it is used',
      "const { cookies: c } = await import('next/headers')\nask((await c()).get('a'))",
      'cookies',
    ],
  ])('%s', (_, body, source) => {
    expect(sourceOf(body)).toBe(source)
  })

  test.each<[string, string]>([
    ['a constant', "ask('a')"],
    ['another member', "const o = { x: 1, t: cookies().get('a') }\nask(o.x)"],
    ['another element', 'const [a, b] = await Promise.all([load(), cookies()])\nask(a)'],
    ['a parameter that nobody fills', 'ask(props.id)'],
    ['draft mode', 'ask((await draftMode()).isEnabled)'],
    ['a local function of that name', "function cookies() {}\nask(cookies().get('a'))"],
    ['a local variable of that name', 'const headers = { a: 1 }\nask(headers.a)'],
    ['itself', 'let a = b\nlet b = a\nask(a)'],
  ])('not %s', (_, body) => {
    expect(sourceOf(body)).toBeNull()
  })

  test('only names that are bound to next/headers count', () => {
    const text = "import { cookies } from './jar'\nask(cookies().get('a'))"
    expect(originOf({ 'lib/x.ts': text, 'lib/jar.ts': 'export const cookies = () => new Map()' })).toBeNull()
    const barrel = { 'lib/x.ts': text, 'lib/jar.ts': "export { cookies } from 'next/headers'" }
    expect(originOf(barrel)?.source).toBe('cookies')
    const renamed = "import { cookies as jar } from 'next/headers'\nask(jar().get('a'))"
    expect(originOf({ 'lib/x.ts': renamed })?.source).toBe('cookies')
    const all = "import * as next from 'next/headers'\nask(next.headers().get('a'))"
    expect(originOf({ 'lib/x.ts': all })?.source).toBe('headers')
  })

  test('a very long chain comes to an end', () => {
    expect(sourceOf(`ask(cookies()${'.next(1)'.repeat(20)})`)).toBe('cookies')
    expect(sourceOf(`ask(start${'.next(1)'.repeat(300)})`)).toBeNull()
  })

  test('two calls that go round in circles come to an end', () => {
    const text = 'const a = (x) => b(x)\nconst b = (x) => a(x)\nfunction f(y) { ask(a(y)); f(a(y)) }'
    expect(originOf({ 'lib/x.ts': text })).toBeNull()
  })
})

describe('what is looked up with the request', () => {
  const client = 'const db = createServerClient(url, { cookies: { getAll() { return cookies().getAll() } } })'

  test.each<[string, string]>([
    ['the visitor', "const user = await db.users.findUnique({ token: cookies().get('a') })\nask(user.id)"],
    [
      'the visitor of a verified token',
      "const { sub } = await jwtVerify(cookies().get('a'))\nconst user = await load(sub)\nask(user.id)",
    ],
    ['the visitor of a client', `${client}\nconst { user } = await db.auth.getUser()\nask(user.id)`],
    ['the client itself', `${client}\nask(db)`],
    ['what is made of a list', "const l = cookies().get('l')\nask(posts.map((p) => p + l).join())"],
    ['a reassigned parameter', 'props = props ?? (await cookies())\nask(props)'],
  ])('%s is of the request', (_, body) => {
    expect(sourceOf(body)).toBe('cookies')
  })

  test.each<[string, string]>([
    [
      'the data of the visitor',
      "const user = await load(cookies().get('a'))\nconst post = await find(user.postId)\nask(post.id)",
    ],
    [
      'the data that a function fetches with a client',
      `${client}\nconst get = async (db) => { const { data } = await db.from('x'); return data }\nask(await get(db))`,
    ],
    [
      'the data that a client fetches',
      `${client}\nconst { data } = await db.from('posts').select()\nask(data.id)`,
    ],
  ])('%s is not', (_, body) => {
    expect(sourceOf(body)).toBeNull()
  })

  test('what tests hand in is not', () => {
    const load = 'export const load = (token) => ask(token)'
    const page =
      "import { cookies } from 'next/headers'\nimport { load } from './x'\nload(cookies().get('a'))"
    expect(originOf({ 'lib/x.ts': load, 'lib/x.test.ts': page })).toBeNull()
    expect(originOf({ 'lib/x.ts': load, 'lib/page.ts': page })?.source).toBe('cookies')
  })
})

describe('a value comes from a helper of the tree', () => {
  const helpers: Tree = {
    'lib/session.ts': `
      import { cookies } from 'next/headers'
      import { cache } from 'react'
      export async function getToken() {
        const store = await cookies()
        return store.get('token')?.value
      }
      export const getSession = cache(async () => {
        const token = await getToken()
        return token ? { token, user: await load(token), limit: 5 } : null
      })
      export const getUser = async () => (await getSession())?.user
      export function hash(value: string) { const h = make(); h.update(value); return h.digest() }
      export const plain = async (id: string) => load(id)
      export async function withSession(run) { const session = await getSession(); return run(session) }
      export class Auth { async user() { return getUser() } }
      export const auth = new Auth()
    `,
    'lib/index.ts': "export * from './session'",
  }
  const from = "import { getToken, getSession, getUser, hash, plain, withSession, auth } from '.'\n"

  test.each<[string, string, string | null]>([
    ['returned', 'ask(await getToken())', 'cookies'],
    ['in React cache()', 'ask((await getSession())?.token)', 'cookies'],
    ['destructured', 'const { user } = await getSession()\nask(user.id)', 'cookies'],
    ['two calls deep', 'const user = await getUser()\nask(user.id)', 'cookies'],
    ['handed on', 'const token = await getToken()\nask(hash(token))', 'cookies'],
    ['from a method', 'ask((await auth.user()).id)', 'cookies'],
    ['handed to a callback', 'await withSession(async (session) => ask(session.user.id))', 'cookies'],
    ['not in what a function makes of a plain value', 'ask(await plain("1"))', null],
  ])('%s', (_, body, source) => {
    expect(sourceOf(body, helpers, from)).toBe(source)
  })
})

describe('a parameter gets it', () => {
  const page = (call: string): Tree => ({
    'app/page.tsx': `import { cookies } from 'next/headers'\nimport { load } from '../lib/load'\nexport default async function Page() {\n  const token = (await cookies()).get('token')?.value\n  return ${call}\n}`,
  })

  test('three calls and two files deep, with evidence', () => {
    const origin = originOf(
      {
        ...page('load(token, 4)'),
        'lib/load.ts':
          "import { inner } from './inner'\nexport async function load(token: string, limit: number) {\n  return middle({ token, limit })\n}\nfunction middle({ token }: Options) {\n  return inner(token)\n}",
        'lib/inner.ts': 'export const inner = async (session: string) => {\n  return ask([session])\n}',
      },
      'lib/inner.ts',
    )
    expect(origin?.source).toBe('cookies')
    expect(origin?.steps.map(({ file, line, symbol }) => `${file}:${line} ${symbol}`)).toEqual([
      'app/page.tsx:4 cookies()',
      'app/page.tsx:4 (await cookies()).get',
      'app/page.tsx:4 token',
      'app/page.tsx:5 load',
      'lib/load.ts:2 token',
      'lib/load.ts:3 middle',
      'lib/load.ts:5 { token }',
      'lib/load.ts:6 inner',
      'lib/inner.ts:1 session',
      'lib/inner.ts:2 [session]',
    ])
  })

  test.each<[string, string, string, string | null]>([
    ['by its index', 'load(token, 4)', 'export const load = (token, limit) => ask(limit)', null],
    ['behind a spread', 'load(...[token, 4])', 'export const load = (token, limit) => ask(limit)', 'cookies'],
    ['as the rest', 'load(1, token)', 'export const load = (n, ...rest) => ask(rest[0])', 'cookies'],
    ['in an object', 'load({ token, limit: 4 })', 'export const load = ({ token }) => ask(token)', 'cookies'],
    [
      'in an object, elsewhere',
      'load({ token, limit: 4 })',
      'export const load = ({ limit }) => ask(limit)',
      null,
    ],
    [
      'in React cache()',
      'load(token)',
      "import { cache } from 'react'\nexport const load = cache(async (token) => ask(token))",
      'cookies',
    ],
    [
      'in React cache(), by name',
      'load(token)',
      "import { cache } from 'react'\nasync function inner(token) { ask(token) }\nexport const load = cache(inner)",
      'cookies',
    ],
    [
      'in unstable_cache',
      'load(token)',
      "import { unstable_cache } from 'next/cache'\nexport const load = unstable_cache(async (token) => ask(token), [])",
      'cookies',
    ],
    [
      'in unstable_cache that is called at once',
      'load(token)',
      "import { unstable_cache } from 'next/cache'\nexport const load = (token) => unstable_cache(async (t) => ask(t), [])(token)",
      'cookies',
    ],
    [
      'of a local function',
      'load(token)',
      'export const load = (token) => { const run = wrap(async (t) => ask(t)); return run(token) }',
      'cookies',
    ],
    ['as a prop', '<load token={token} />', 'export const load = ({ token }) => ask(token)', null],
  ])('%s', (_, call, text, source) => {
    const tree = { ...page(call), 'lib/load.ts': text }
    expect(originOf(tree, 'lib/load.ts')?.source ?? null).toBe(source)
  })

  test('as a prop of a component', () => {
    const tree = {
      'app/page.tsx':
        "import { cookies } from 'next/headers'\nimport { User } from '../lib/user'\nexport default async function Page() { const jar = await cookies(); return <User a={1} token={jar.get('a')} /> }",
    }
    const user = (body: string) => ({ ...tree, 'lib/user.tsx': `export function User(props) { ${body} }` })
    expect(originOf(user('ask(props.token.value)'), 'lib/user.tsx')?.source).toBe('cookies')
    expect(originOf(user('ask(props.a)'), 'lib/user.tsx')).toBeNull()
    expect(originOf(user('const { token } = props; ask(token)'), 'lib/user.tsx')?.source).toBe('cookies')
  })
})

describe('a session helper of a package', () => {
  test.each<[string, string, string]>([
    ['next-auth', "import { getServerSession } from 'next-auth'", 'await getServerSession(options)'],
    [
      'next-auth/next',
      "import { getServerSession } from 'next-auth/next'",
      'await getServerSession(options)',
    ],
    [
      'next-auth 5',
      "import NextAuth from 'next-auth'\nconst { auth } = NextAuth({})",
      '(await auth())?.user.id',
    ],
    ['clerk', "import { auth } from '@clerk/nextjs/server'", '(await auth()).userId'],
    ['clerk, destructured', "import { currentUser as me } from '@clerk/nextjs'", '(await me())?.id'],
    [
      'auth0',
      "import { Auth0Client } from '@auth0/nextjs-auth0/server'\nconst auth0 = new Auth0Client()",
      'await auth0.getSession()',
    ],
    [
      'better-auth',
      "import { betterAuth } from 'better-auth'\nconst auth = betterAuth({})",
      'await auth.api.getSession({})',
    ],
    [
      'kinde',
      "import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server'",
      'await getKindeServerSession().getUser()',
    ],
    [
      'iron-session',
      "import { getIronSession } from 'iron-session'",
      '(await getIronSession(store, options)).id',
    ],
  ])('%s', (_, imports, value) => {
    expect(sourceOf(`ask(${value})`, {}, imports)).toBe('session')
  })

  test('next-auth 5 from the module of the app', () => {
    const text = "import NextAuth from 'next-auth'\nexport const { handlers, auth } = NextAuth({})"
    const body = 'const session = await auth()\nask(session?.user?.id)'
    expect(sourceOf(body, { 'auth.ts': text }, "import { auth } from '../auth'")).toBe('session')
  })

  test('not another name of the package, nor the same name of another', () => {
    expect(sourceOf('ask(await signIn())', {}, "import { signIn } from 'next-auth'")).toBeNull()
    expect(sourceOf('ask(await auth())', {}, "import { auth } from 'firebase'")).toBeNull()
  })
})

describe('a function reads the request', () => {
  function reads(body: string, others: Tree = {}, imports = '') {
    const text = `${head}${imports}\nexport async function run(id) {\n${body}\n}`
    const { graph } = app({ ...others, 'lib/x.ts': text })
    const unit = graph.model('lib/x.ts')?.exports.get('run')
    return unit?.node ? createRequestData(graph).readsRequest(unit.node) : null
  }

  const helpers: Tree = {
    'lib/session.ts': `
      import { cookies } from 'next/headers'
      import { cache } from 'react'
      export const getSession = cache(async () => (await cookies()).get('a'))
      export async function check(id) { if (id) return round(id); return getSession() }
      export function round(id) { return check(id) }
      export const safe = (id) => load(id)
      export class Api { constructor() { cookies() } static get(id) { return check(id) } }
    `,
  }
  const from =
    "import { getSession, check, round, safe, Api } from './session'\nimport { connection } from 'next/server'\n"

  test.each<[string, string, string | null]>([
    ['itself', 'await cookies()', 'cookies'],
    ['in a closure', 'return list.map(() => headers())', 'headers'],
    ['by connection()', 'await connection()', 'connection'],
    ['through a helper', 'return check(id)', 'cookies'],
    ['through React cache()', 'return getSession()', 'cookies'],
    ['through functions that call each other', 'return round(id)', 'cookies'],
    ['through a function that is handed on', 'return ids.map(check)', 'cookies'],
    ['through a static method', 'return Api.get(id)', 'cookies'],
    ['through a constructor', 'return new Api()', 'cookies'],
    ['not by draftMode()', 'return (await draftMode()).isEnabled', null],
    ['not by a helper that does not', 'return safe(id)', null],
    [
      'not in a Server Action that it makes',
      "return { save: async () => { 'use server'; await cookies() } }",
      null,
    ],
    ['not by naming the function in a type', 'let a: ReturnType<typeof cookies>', null],
  ])('%s', (_, body, source) => {
    expect(reads(body, helpers, from)?.source ?? null).toBe(source)
  })

  test('with evidence from the reading back to the function', () => {
    expect(
      reads('return check(id)', helpers, from)?.steps.map(
        ({ file, line, symbol }) => `${file}:${line} ${symbol}`,
      ),
    ).toEqual(['lib/session.ts:4 cookies()', 'lib/session.ts:5 getSession', 'lib/x.ts:6 check'])
  })

  test('the same, whichever is asked first', () => {
    const { graph } = app(helpers)
    const of = (name: string) => graph.model('lib/session.ts')?.exports.get(name)?.node as ts.Node
    const one = createRequestData(graph)
    expect([one.readsRequest(of('safe')), one.readsRequest(of('round'))?.source]).toEqual([null, 'cookies'])
    expect(one.readsRequest(of('check'))?.source).toBe('cookies')
  })
})

describe('a secret is named', () => {
  test.each([
    ...['token', 'accessToken', 'sessionToken', 'refresh_token', 'jwt', 'userJwt', 'secret', 'clientSecret'],
    ...['apiKey', 'API_KEY', 'x-api-key', 'password', 'authorization', 'authorizationHeader', 'cookieHeader'],
    ...['sid', 'sessionid', 'sessionId', 'session_id', 'accesstoken', 'session.accessToken', 'tokenValue'],
  ])('%s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  test.each([
    ...['tokenCount', 'tokenAddress', 'keyword', 'tokenize', 'tokenizer', 'maxTokens', 'tokens', 'tokenId'],
    ...[
      'hasToken',
      'isSecret',
      'tokenHash',
      'hashedToken',
      'key',
      'userId',
      'session',
      'cookieStore',
      'side',
      '',
    ],
    ...['passwordStrength', 'secretary', 'value', 'header'],
  ])('not %s', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})
