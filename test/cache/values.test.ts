// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code that is asked about holds templates
import { ts } from '@ts-morph/common'
import { describe, expect, test } from 'vitest'
import { constantOf, listOf, showText, textsOf } from '../../src/cache/values/index.js'
import type { Texts } from '../../src/cache/values/types.js'
import { type App, app } from '../support/app.js'
import type { Tree } from '../support/tree.js'

/** The first argument of `ask(...)` in the file that asks. */
function asked({ graph }: App, file = 'lib/x.ts'): ts.Expression {
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

/** The app that `text` makes as lib/x.ts, beside other files. */
function withFile(text: string, others: Tree = {}): App {
  return app({ ...others, 'lib/x.ts': text })
}

function constant(text: string, others: Tree = {}) {
  const made = withFile(text, others)
  return constantOf(made.graph, asked(made))
}

function shown(texts: Texts | null) {
  if (!texts) return null
  const all = texts.texts.map(showText)
  return texts.complete ? all : [...all, '...']
}

function texts(text: string, others: Tree = {}) {
  const made = withFile(text, others)
  return shown(textsOf(made.graph, asked(made)))
}

function list(text: string, others: Tree = {}) {
  const made = withFile(text, others)
  const found = listOf(made.graph, asked(made))
  if (!found) return null
  const all = found.items.map((item) => shown(item)?.join(' | '))
  return found.complete ? all : [...all, '...']
}

describe('a constant is', () => {
  test.each<[string, string, unknown]>([
    ['a string', "ask('a')", 'a'],
    ['a template without holes', 'ask(`a`)', 'a'],
    ['a number with separators', 'ask(3_600)', 3600],
    ['arithmetic', 'ask(60 * 60 + (24 - 4) / 5)', 3604],
    ['a negative number', 'ask(-1)', -1],
    ['false', 'ask(false)', false],
    ['null', 'ask(null)', null],
    ['undefined', 'ask(undefined)', undefined],
    ['void 0', 'ask(void 0)', undefined],
    ['Infinity', 'ask(Infinity)', Number.POSITIVE_INFINITY],
    ['a template of constants', "const a = 'x'\nask(`${a}-${1 + 1}`)", 'x-2'],
    ['a concatenation', "const a = 'x'\nask(a + '-' + 1)", 'x-1'],
    ['a cast', "ask(('a' as const) satisfies string)", 'a'],
    ['a local const', "function f() { const a = 'x'; const b = a; ask(b) }", 'x'],
    ['a member', 'const CACHE = { TTL: { day: 86400 } } as const\nask(CACHE.TTL.day)', 86400],
    ['a member by key', "const CACHE = { 'a-b': 1 }\nask(CACHE['a-b'])", 1],
    ['a member under a constant key', "const K = 'a'\nconst C = { [K]: 1 }\nask(C[K])", 1],
    ['a member of a spread object', 'const A = { x: 1 }\nconst B = { ...A, y: 2 }\nask(B.x)', 1],
    ['a frozen member', 'const C = Object.freeze({ x: 1 })\nask(C.x)', 1],
    ['a destructured member', 'const { a: { b } } = { a: { b: 2 } }\nask(b)', 2],
    ['an element', "const xs = ['a', 'b'] as const\nask(xs[1])", 'b'],
    ['an enum member', "enum T { Cart = 'cart' }\nask(T.Cart)", 'cart'],
    ['a counted enum member', 'enum T { A, B = 4, C }\nask(T.C)', 5],
    ['a static member', 'class C { static readonly TTL = 60 }\nask(C.TTL)', 60],
    ['a static member through this', 'class C { static a = 1; static f() { ask(this.a) } }', 1],
    ['an inherited static member', 'class A { static a = 1 }\nclass B extends A {}\nask(B.a)', 1],
    ['a default with ||', "ask('' || 'b')", 'b'],
    ['a default with ??', "ask(null ?? 'b')", 'b'],
    ['a condition on a constant', "const DAY = true\nask(DAY ? 'a' : 'b')", 'a'],
    ['what a function returns', 'const minutes = (n: number) => n * 60\nask(minutes(5))', 300],
    ['a default parameter', 'function f(n = 2) { return n }\nask(f())', 2],
    ['a namespace member', 'namespace T { export const a = 1 }\nask(T.a)', 1],
  ])('%s', (_, text, value) => {
    expect(constant(text)).toEqual({ value })
  })

  test.each([
    ['let', "let a = 'x'\nask(a)"],
    ['an environment variable', 'ask(process.env.TTL)'],
    ['a name from the environment', "const a = process.env.TTL ?? 'x'\nask(a)"],
    ['a conversion at run time', "ask(Number('60'))"],
    ['a member that is assigned to', 'const C = { a: 1 }\nC.a = 2\nask(C.a)'],
    ['a static that is assigned to', 'class C { static a = 1 }\nC.a = 2\nask(C.a)'],
    ['an array that grows', "const xs = ['a']\nxs.unshift('b')\nask(xs[0])"],
    ['an object that is assigned into', 'const C = { a: 1 }\nObject.assign(C, other)\nask(C.a)'],
    ['an element behind a spread', "const xs = [...ys, 'a']\nask(xs[1])"],
    ['a member that a spread may hide', 'const C = { a: 1, ...other }\nask(C.a)'],
    ['a parameter', 'function f(a: string) { ask(a) }'],
    ['a parameter called undefined', 'function f(undefined: string) { ask(undefined) }'],
    ['an object', 'ask({})'],
    ['itself', 'const a = b\nconst b = a\nask(a)'],
    ['endless recursion', 'const f = (n: number): number => f(n + 1)\nask(f(1))'],
    ['a result that doubles for ever', 'const f = (n: number): number => f(n) + f(n)\nask(f(1))'],
  ])('not %s', (_, text) => {
    expect(constant(text)).toBeNull()
  })

  const others: Tree = {
    'lib/tags.ts': `
      export const CACHE = { TTL: 60 * 60 } as const
      export enum TAGS { CART = 'cart' }
      enum Hidden { A = 'a' }
      export { Hidden as Shown }
      export default 'default-tag'
      export let changing = 'x'
      export const { nested: { deep } } = { nested: { deep: 7 } }
    `,
    'lib/index.ts':
      "export * from './tags'\nexport { CACHE as C } from './tags'\nexport * as tags from './tags'",
    'lib/common.js': 'module.exports = { ttl: 5 }\n',
  }

  test.each<[string, string, unknown]>([
    ['imported', "import { CACHE } from './tags'\nask(CACHE.TTL)", 3600],
    ['imported through export *', "import { CACHE } from '.'\nask(CACHE.TTL)", 3600],
    ['imported under another name', "import { C as D } from './index'\nask(D.TTL)", 3600],
    ['imported as default', "import tag from './tags'\nask(tag)", 'default-tag'],
    ['in a namespace', "import * as all from './index'\nask(all.CACHE.TTL)", 3600],
    ['in an exported namespace', "import { tags } from './index'\nask(tags.TAGS.CART)", 'cart'],
    ['an imported enum', "import { TAGS } from './index'\nask(TAGS.CART)", 'cart'],
    ['an enum that is exported by name', "import { Shown } from './tags'\nask(Shown.A)", 'a'],
    ['destructured where it is exported', "import { deep } from './tags'\nask(deep)", 7],
    ['required', "const { ttl } = require('./common')\nask(ttl)", 5],
  ])('%s', (_, text, value) => {
    expect(constant(text, others)).toEqual({ value })
  })

  test('not an imported let, a package, or a member that the importing file assigns to', () => {
    expect(constant("import { changing } from './tags'\nask(changing)", others)).toBeNull()
    expect(constant("import { TTL } from 'settings'\nask(TTL)", others)).toBeNull()
    const assigned = "import { CACHE } from './tags'\nCACHE.TTL = 5\nask(CACHE.TTL)"
    expect(constant(assigned, others)).toBeNull()
  })
})

describe('the texts of', () => {
  test.each<[string, string, string[] | null]>([
    ['a string', "ask('posts')", ['posts']],
    ['a number', 'ask(1)', ['1']],
    ['a template', 'function f(id) { ask(`post-${id}`) }', ['post-${id}']],
    ['a member', 'function f(post) { ask(`post-${post?.author!.id}`) }', ['post-${post.author.id}']],
    ['a concatenation', "function f(id) { ask('a-' + 1 + id + '-b') }", ['a-1${id}-b']],
    ['a sum of numbers', 'function f(page) { ask(page + 1) }', ['${page + 1}']],
    ['a name', 'function f(id) { const tag = `a-${id}`; ask(tag) }', ['a-${id}']],
    ['a name of what is unknown', 'function f(p) { const { id } = p; ask(`a-${id}`) }', ['a-${id}']],
    ['nested templates', 'function f(id) { const b = `b-${id}`; ask(`a-${b}`) }', ['a-b-${id}']],
    ['a constant in it', "const P = 'post'\nfunction f(id) { ask(`${P}-${id}`) }", ['post-${id}']],
    ['a condition', "function f(a) { ask(a ? 'x' : `y-${a}`) }", ['x', 'y-${a}']],
    ['a condition in it', "function f(a) { ask(`t-${a ? 'x' : 'y'}`) }", ['t-x', 't-y']],
    ['||', "function f(a) { ask(a || 'x') }", ['${a}', 'x']],
    ['&&', "function f(a) { ask(a && 'x') }", ['x']],
    ['what may be null', "function f(a) { ask(a ? 'x' : null) }", ['x']],
    ['null in a template', 'ask(`a-${null}`)', ['a-null']],
    [
      'String()',
      'function f(id) { ask(`a-${String(id)}-${id.toString()}`) }',
      ['a-${String(id)}-${id.toString()}'],
    ],
    ['lower case', 'function f(id) { ask(`A-${id}`.toLowerCase()) }', ['a-${id}']],
    ['a join', "function f(id) { ask(['a', id].join('-')) }", ['a-${id}']],
    [
      'a join of what may lack',
      "function f(id) { ask(['a', id].filter(Boolean).join('-')) }",
      ["${['a', id].filter(Boolean).join('-')}"],
    ],
    ['concat', "function f(id) { ask('a-'.concat(id)) }", ['a-${id}']],
    ['an unknown call', 'function f() { ask(tagFor(1)) }', ['${tagFor(1)}']],
    ['an object', 'ask({})', null],
    ['an array', "ask(['a'])", null],
    ['a function', 'ask(() => 1)', null],
    ['let', "let tag = 'a'\nask(tag)", ['${tag}']],
    [
      'a member by an unknown key',
      "const T = { a: 'x', b: 'y' } as const\nfunction f(k) { ask(T[k]) }",
      ['x', 'y'],
    ],
    ['an element of a loop', "for (const tag of ['a', 'b']) ask(tag)", ['a', 'b']],
    ['an element in a callback', "['a', 'b'].forEach((tag) => ask(`t-${tag}`))", ['t-a', 't-b']],
    ['an element of an unknown list', 'function f(ids) { ids.forEach((id) => ask(`t-${id}`)) }', ['t-${id}']],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  const helpers: Tree = {
    'lib/tags.ts': `
      const PREFIX = 'invoice'
      export const invoiceTags = {
        all: 'invoices',
        list: (orgId: string) => \`\${PREFIX}s-\${orgId}\`,
        record(orgId: string, id: string) { return this.make(orgId, id) },
        make: (a: string, b: string) => PREFIX + '-' + a + '-' + b,
        of: ({ orgId, id = 'none' }: Ref) => \`\${PREFIX}-\${orgId}-\${id}\`,
        one: (invoice: Invoice) => \`\${PREFIX}-\${invoice.id}\`,
        get own() { return 'own' },
      }
      export function postTag(id?: string) {
        if (!id) return 'posts'
        return \`post-\${id.toString()}\`
      }
      export function kindTag(kind: string) {
        switch (kind) {
          case 'a': return 'kind-a'
          default: return \`kind-\${kind}\`
        }
      }
      export const joined = (...parts: string[]) => ['x', ...parts].join(':')
      export const scoped = (scope: string) => (id: string) => \`\${scope}-\${id}\`
      export async function later(id: string) { const user = await load(); return \`u-\${user.id}-\${id}\` }
      export class Tags {
        static user(id: string) { return \`user-\${id}\` }
        team(id: string) { return \`team-\${id}\` }
      }
      export const tags = new Tags()
    `,
  }

  test.each<[string, string, string[]]>([
    ['an arrow member', 'ask(invoiceTags.list(orgId))', ['invoices-${orgId}']],
    [
      'a method that calls another',
      'ask(invoiceTags.record(org.id, params.id))',
      ['invoice-${org.id}-${params.id}'],
    ],
    ['constant arguments', "ask(invoiceTags.record('a', id))", ['invoice-a-${id}']],
    ['an object argument', 'ask(invoiceTags.of({ orgId: org.id, id }))', ['invoice-${org.id}-${id}']],
    ['a default in a pattern', 'ask(invoiceTags.of({ orgId }))', ['invoice-${orgId}-none']],
    ['a member of an argument', 'ask(invoiceTags.one(bill))', ['invoice-${bill.id}']],
    ['a member of a literal argument', 'ask(invoiceTags.one({ id: bill.id }))', ['invoice-${bill.id}']],
    ['a constant member', 'ask(invoiceTags.all)', ['invoices']],
    ['a getter', 'ask(invoiceTags.own)', ['own']],
    ['several returns', 'ask(postTag(id))', ['posts', 'post-${id}']],
    ['a switch', 'ask(kindTag(kind))', ['kind-a', 'kind-${kind}']],
    ['a rest parameter', "ask(joined('y', id))", ['x:y:${id}']],
    ['a function that returns one', "ask(scoped('a')(id))", ['a-${id}']],
    ['what only the helper knows', 'ask(await later(id))', ['u-${user.id}-${id}']],
    ['a static method', 'ask(Tags.user(id))', ['user-${id}']],
    ['a method of an instance', 'ask(tags.team(id))', ['team-${id}']],
  ])('a helper: %s', (_, call, expected) => {
    const head = "import { invoiceTags, postTag, kindTag, joined, scoped, later, Tags, tags } from './tags'\n"
    expect(texts(`${head}async function f(id, orgId, org, bill, kind, params) { ${call} }`, helpers)).toEqual(
      expected,
    )
  })

  test('holes carry the expression that the caller wrote', () => {
    const made = withFile(
      "import { invoiceTags } from './tags'\nfunction f(org, p) { ask(invoiceTags.record(org.id, (p as P).id)) }",
      helpers,
    )
    const [text] = textsOf(made.graph, asked(made))?.texts ?? []
    const holes = text?.parts.filter((part) => typeof part !== 'string') ?? []
    expect(holes.map(({ expression }) => expression?.getText())).toEqual(['org.id', '(p as P).id'])
    expect(holes.every(({ expression }) => expression?.getSourceFile().fileName === 'lib/x.ts')).toBe(true)
  })

  test('a hole that the caller wrote only a part of says which part', () => {
    const made = withFile(
      "import { invoiceTags } from './tags'\nfunction f(bill) { ask(invoiceTags.one(bill)) }",
      helpers,
    )
    const [text] = textsOf(made.graph, asked(made))?.texts ?? []
    const hole = text?.parts[1]
    if (typeof hole !== 'object') throw new Error('no hole')
    expect(hole.expression).toBeNull()
    expect(hole.of?.expression.getText()).toBe('bill')
    expect(hole.of?.members).toEqual(['id'])
  })

  test('a hole that only the helper can fill has no expression', () => {
    const made = withFile("import { later } from './tags'\nfunction f(id) { ask(later(id)) }", helpers)
    const [text] = textsOf(made.graph, asked(made))?.texts ?? []
    expect(text?.parts.map((part) => (typeof part === 'string' ? part : part.expression?.getText()))).toEqual(
      ['u-', undefined, '-', 'id'],
    )
  })

  test('a name that stands for itself comes to an end', () => {
    const [text] = texts('const a = `x-${a}`\nask(a)') ?? []
    expect(text).toMatch(/^(?:x-)+\$\{a\}$/)
  })

  test('a very long concatenation is read whole', () => {
    const letters = Array.from({ length: 600 }, (_, index) => (index % 2 ? 'id' : "'a'"))
    expect(texts(`function f(id) { ask(${letters.join(' + ')}) }`)).toEqual(['a${id}'.repeat(300)])
  })

  test('a very long chain comes to an end', () => {
    const chain = `start${'.next(1)'.repeat(800)}`
    expect(texts(`function f(start) { ask(\`a-\${${chain}}\`) }`)).toHaveLength(1)
  })

  test('more than can be told are cut, and said to be', () => {
    const letters = 'abcdefgh'.split('').map((letter) => `'${letter}'`)
    const all = `const T = [${letters}] as const\nfunction f(a, b) { ask(\`\${T[a]}-\${T[b]}\`) }`
    expect(texts(all)).toHaveLength(49)
    expect(texts(all)?.at(-1)).toBe('...')
  })
})

describe('the elements of', () => {
  test.each<[string, string, string[] | null]>([
    ['a literal', "function f(id) { ask(['a', `b-${id}`]) }", ['a', 'b-${id}']],
    ['nothing', 'ask([])', []],
    ['a constant', "const TAGS = ['a', 'b'] as const\nask(TAGS)", ['a', 'b']],
    ['a spread', "const A = ['a']\nask([...A, 'b'])", ['a', 'b']],
    ['an unknown spread', "function f(xs) { ask(['a', ...xs]) }", ['a', '...']],
    ['a conditional spread', "function f(x) { ask(['a', ...(x ? ['b'] : [])]) }", ['a', 'b']],
    ['a spread behind &&', "function f(x) { ask(['a', ...(x && ['b'])]) }", ['a', 'b']],
    ['filter(Boolean)', "function f(x) { ask(['a', x && 'b', null].filter(Boolean)) }", ['a', 'b']],
    ['an element that may lack', "function f(x) { ask(['a', x ? 'b' : undefined]) }", ['a', 'b']],
    ['an element that is no text', "ask(['a', {}])", ['a', '...']],
    ['map over a constant', "const K = ['a', 'b']\nask(K.map((k) => `t-${k}`))", ['t-a', 't-b']],
    ['map with a helper', "const t = (k) => `t-${k}`\nask(['a'].map(t))", ['t-a']],
    ['map over what is unknown', 'function f(ids) { ask(ids.map((id) => `t-${id}`)) }', ['t-${id}']],
    ['flatMap', "ask(['a'].flatMap((k) => [k, `${k}-list`]))", ['a', 'a-list']],
    ['Object.values', "const T = { a: 'x', b: 'y' }\nask(Object.values(T))", ['x', 'y']],
    ['Object.values of an enum', "enum T { A = 'x' }\nask(Object.values(T))", ['x']],
    ['Object.keys', "const T = { a: 'x', b: 'y' }\nask(Object.keys(T).map((k) => `t-${k}`))", ['t-a', 't-b']],
    ['concat', "ask(['a'].concat('b', ['c']))", ['a', 'b', 'c']],
    ['a Set', "ask([...new Set(['a', 'b'])])", ['a', 'b']],
    [
      'a helper',
      "const tags = (id) => ['a', `b-${id}`]\nfunction f(x) { ask(tags(x.id)) }",
      ['a', 'b-${x.id}'],
    ],
    ['rest parameters', "const all = (...xs) => xs\nask(all('a', 'b'))", ['a', 'b']],
    ['a condition', "function f(x) { ask(x ? ['a'] : ['b']) }", ['a', 'b']],
    ['a list that grows', "const xs = ['a']\nxs.push('b')\nask(xs)", ['a', '...']],
    ['let', "let xs = ['a']\nask(xs)", ['a', '...']],
    ['a parameter', 'function f(xs) { ask(xs) }', null],
    ['a string', "ask('a')", null],
    ['itself', 'const xs = [...xs]\nask(xs)', ['...']],
  ])('%s', (_, text, expected) => {
    expect(list(text)).toEqual(expected)
  })
})
