import { describe, expect, test } from 'vitest'
import { contextsOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag } from 'next/cache'\n"

/** A class whose three methods expire a tag each. */
const service = `${head}
export class Service {
  byId() { revalidateTag('byId') }
  all() { revalidateTag('all'); this.byId() }
  static shared() { revalidateTag('shared') }
}`

/** The tags that a route handler with this body reaches, sorted. */
function reached(body: string, files: Tree = {}): string[] {
  const route = `import { Service } from '../../lib/service'\nimport * as lib from '../../lib/service'\nimport { extra } from '../../lib/extra'\nexport async function POST(request) {\n${body}\n}`
  const contexts = contextsOf({
    'lib/service.ts': service,
    'lib/extra.ts': '',
    'app/x/route.ts': route,
    ...files,
  })
  const found = Object.entries(contexts).filter(([, list]) => list.length > 0)
  expect(found.every(([, list]) => list.join() === 'route-handler')).toBe(true)
  return found.map(([tag]) => tag).sort()
}

describe('a chain leads to the one member that it names', () => {
  test.each([
    ['an instance', 'new Service().byId()'],
    ['an instance in a constant', 'const s = new Service(); s.byId()'],
    ['an instance in two constants', 'const s = new Service(); const t = s; t.byId()'],
    ['an instance of a member', 'new lib.Service().byId()'],
    ['an instance under a cast', '(new Service() as any).byId()'],
    ['an optional call', 'const s = new Service(); s?.byId?.()'],
    ['a quoted member', "new Service()['byId']()"],
    ['a pattern', 'const { byId } = new Service(); byId()'],
    ['a pattern with another name', 'const { byId: expire } = new Service(); expire()'],
    ['call', 'const s = new Service(); s.byId.call(s)'],
    ['apply', 'const s = new Service(); s.byId.apply(s, [])'],
    ['a parameter with a type', 'function f(s: Service) { s.byId() } f(x)'],
    ['a parameter that may be missing', 'function f(s?: Service | null) { s?.byId() } f(x)'],
    ['a pattern of a parameter with a type', 'function f({ byId }: Service) { byId() } f(x)'],
    ['a variable with a type', 'let s: Service; s = make(); s.byId()'],
    ['a promise of an instance', 'const s: Promise<Service> = make(); (await s).byId()'],
    ['a function that makes an instance', 'function make() { return new Service() } make().byId()'],
    ['an async function that makes one', 'const make = async () => new Service(); (await make()).byId()'],
    ['a function with a return type', 'function make(): Service { return cache(() => 1) } make().byId()'],
    ['a frozen object', 'const o = Object.freeze(new Service()); o.byId()'],
    ['a closure', 'const s = new Service(); after(() => s.byId())'],
    ['a method handed on', 'after(new Service().byId)'],
    ['a bound method', 'const s = new Service(); after(s.byId.bind(s))'],
  ])('%s', (_, body) => {
    expect(reached(body)).toEqual(['byId'])
  })

  test.each([
    ['a static method', 'Service.shared()', ['shared']],
    ['a static method by pattern', 'const { shared } = Service; shared()', ['shared']],
    ['a method that calls another through this', 'new Service().all()', ['all', 'byId']],
    ['an instance that is never used', 'const s = new Service()', []],
  ])('%s', (_, body, tags) => {
    expect(reached(body)).toEqual(tags)
  })

  test.each<[string, string, string]>([
    [
      'a singleton',
      "import { Service } from './service'\nexport const extra = new Service()",
      'extra.byId()',
    ],
    [
      'a static instance',
      "import { Service } from './service'\nexport class extra { static it = new Service() }",
      'extra.it.byId()',
    ],
    [
      'a static instance with a type',
      "import { Service } from './service'\nexport class extra { private static it?: Service\n static get() { return (this.it ??= new Service()) }\n static typed(): Service { return this.it } }",
      'extra.typed().byId()',
    ],
    [
      'a getter',
      "import { Service } from './service'\nexport const extra = { get it() { return new Service() } }",
      'extra.it.byId()',
    ],
    [
      'a getter of a class',
      "import { Service } from './service'\nclass K { get it() { return new Service() } }\nexport const extra = new K()",
      'extra.it.byId()',
    ],
    [
      'a property',
      "import { Service } from './service'\nclass K { it = new Service() }\nexport const extra = new K()",
      'extra.it.byId()',
    ],
    [
      'a property with a type',
      "import type { Service } from './service'\nclass K { it!: Service }\nexport const extra = new K()",
      'extra.it.byId()',
    ],
    [
      'a parameter property',
      "import { Service } from './service'\nclass K { constructor(readonly it: Service) {} }\nexport const extra = new K(x)",
      'extra.it.byId()',
    ],
    [
      'this with a parameter property',
      "import { Service } from './service'\nclass K { constructor(private it: Service) {} run() { this.it.byId() } }\nexport const extra = new K(x)",
      'extra.run()',
    ],
    [
      'this in an arrow of a class',
      "import { Service } from './service'\nclass K { private it = new Service(); run = () => { this.it.byId() } }\nexport const extra = new K()",
      'extra.run()',
    ],
    [
      'this kept in a variable',
      "import { Service } from './service'\nclass K { it = new Service(); run() { const self = this; return after(function () { self.it.byId() }) } }\nexport const extra = new K()",
      'extra.run()',
    ],
    [
      'a private member',
      "import { Service } from './service'\nclass K { #it = new Service(); run() { this.#it.byId() } }\nexport const extra = new K()",
      'extra.run()',
    ],
    [
      'an object',
      "import { Service } from './service'\nexport const extra = { it: new Service() }",
      'extra.it.byId()',
    ],
    [
      'an object in an object',
      "import { Service } from './service'\nexport const extra = { a: { b: { it: new Service() } } } as const",
      'extra.a.b.it.byId()',
    ],
    [
      'a frozen object',
      "import { Service } from './service'\nexport const extra = Object.freeze({ it: new Service() })",
      'extra.it.byId()',
    ],
    [
      'a namespace',
      "import { Service } from './service'\nexport namespace extra { export const it = new Service() }",
      'extra.it.byId()',
    ],
    [
      'a constant with a type',
      "import type { Service } from './service'\nexport const extra: Service = container.get('service')",
      'extra.byId()',
    ],
    [
      'a constant of the type of another',
      "import { Service } from './service'\nconst one = new Service()\nexport const extra: typeof one = globalThis.one",
      'extra.byId()',
    ],
    [
      'a function that returns a constant',
      "import { Service } from './service'\nconst one = new Service()\nexport function extra() { return one }",
      'extra().byId()',
    ],
    [
      'a function that returns a property',
      "import { Service } from './service'\nconst all = { one: new Service() }\nexport const extra = () => all.one",
      'extra().byId()',
    ],
  ])('%s in another file', (_, extra, body) => {
    expect(reached(body, { 'lib/extra.ts': extra })).toEqual(['byId'])
  })
})

describe('this in an object', () => {
  const cache = `${head}
export const extra = {
  tag: { byId() { return this.make() }, make() { revalidateTag('make') } },
  one() { revalidateTag('one') },
  two() { this.one() },
  three: function () { return this.two() },
  four() { return xs.map(() => this.one()) },
  five: () => this.one(),
}`
  test.each([
    ['is the object', 'extra.two()', ['one']],
    ['is the object, also twice', 'extra.three()', ['one']],
    ['is the object in an arrow of a method', 'extra.four()', ['one']],
    ['is not the object in an arrow of the object', 'extra.five()', []],
    ['is the innermost object', 'extra.tag.byId()', ['make']],
  ])('%s', (_, body, tags) => {
    expect(reached(body, { 'lib/extra.ts': cache })).toEqual(tags)
  })
})

describe('inheritance', () => {
  const base = `${head}
export abstract class Base {
  constructor() { revalidateTag('constructor') }
  own() { revalidateTag('own') }
  run() { this.hook(); this.other() }
  hook() { revalidateTag('base hook') }
  abstract other(): void
  static make() { return revalidateTag('make') }
  unused() { revalidateTag('unused') }
}`
  const sub = (members: string) =>
    `${head}import { Base } from './base'\nexport class extra extends Base { ${members} }`
  const run = (body: string, members: string) =>
    reached(body, { 'lib/base.ts': base, 'lib/extra.ts': sub(members) })

  test('reaches the inherited method, and no other', () => {
    expect(run('const x: extra = make(); x.own()', '')).toEqual(['own'])
  })
  test('reaches inherited static methods', () => {
    expect(run('extra.make()', '')).toEqual(['make'])
  })
  test('reaches what is used of an instance, and no more', () => {
    expect(run('new extra().own()', '')).toEqual(['constructor', 'own'])
  })
  test('hands on what is inherited', () => {
    expect(run('const x: extra = make(); use(x)', 'other() {}')).toEqual(['base hook', 'own', 'unused'])
  })
  test('reaches the constructor above, and no method, by super()', () => {
    expect(run('new extra()', 'constructor() { super() }')).toEqual(['constructor'])
  })
  test('reaches the method above by super.method()', () => {
    expect(run('const x: extra = make(); x.mine()', 'mine() { super.own() }')).toEqual(['own'])
  })
  test('reaches an override through the method above that calls it', () => {
    const members = "hook() { revalidateTag('sub hook') } other() {}"
    expect(run('const x: extra = make(); x.run()', members)).toEqual(['base hook', 'sub hook'])
  })
  test('reaches what implements an abstract method', () => {
    expect(run('const x: extra = make(); x.run()', "other() { revalidateTag('sub other') }")).toEqual([
      'base hook',
      'sub other',
    ])
  })
  test('reaches an override where the type of the base is written', () => {
    const files = {
      'lib/base.ts': base,
      'lib/extra.ts': `${sub("hook() { revalidateTag('sub hook') } other() {}")}\nimport type { Base as B } from './base'\nexport function start(b: B) { b.hook() }`,
      'app/x/route.ts': "import { start } from '../../lib/extra'\nexport const POST = () => start(x)",
    }
    const contexts = contextsOf(files)
    expect(contexts['sub hook']).toEqual(['route-handler'])
    expect(contexts.unused).toEqual([])
  })
})

describe('what no chain can name is still reached, with everything beside it', () => {
  test.each([
    ['a computed member', 'const s = new Service(); s[name]()'],
    ['this', 'class K extends Service { constructor() { super(); run(this) } } new K()'],
    ['an instance handed on', 'run(new Service())'],
    ['an instance in an object', 'run({ s: new Service() })'],
    ['an instance in an array', 'run([new Service()])'],
    ['an instance in a closure', 'run(() => new Service())'],
    ['an instance from a function handed on', 'const make = () => new Service(); run(make)'],
    ['an unknown member', 'new Service().unknown()'],
  ])('%s', (_, body) => {
    expect(reached(body)).toEqual(['all', 'byId'])
  })

  test.each<[string, string, string]>([
    ['a singleton', 'export const extra = new Service()', 'run(extra)'],
    ['a singleton in an object', 'export const extra = new Service()', 'run({ service: extra })'],
    ['a singleton in a spread', 'export const extra = new Service()', 'run({ ...extra })'],
    ['a singleton as attribute', 'export const extra = new Service()', 'return <Provider service={extra} />'],
    ['a singleton through a closure', 'export const extra = new Service()', 'run(() => extra)'],
    [
      'a singleton through a function',
      'const one = new Service(); export function extra() { return one }',
      'run(extra)',
    ],
    ['a singleton through two names', 'const one = new Service(); export const extra = one', 'run(extra)'],
    ['a lazy singleton', 'let one\nexport const extra = () => (one ??= new Service())', 'extra().byId()'],
    ['a singleton kept on globalThis', 'export const extra = globalThis.s ?? new Service()', 'extra.byId()'],
    ['an instance made elsewhere', 'export const extra = create(Service)', 'extra.byId()'],
    ['a subclass made by a mixin', 'export class extra extends Mixin(Service) {}', 'new extra().byId()'],
    ['an object with spread', 'export const extra = { ...new Service() }', 'extra.byId()'],
  ])('%s', (_, extra, body) => {
    const files = { 'lib/extra.ts': `import { Service } from './service'\n${extra}` }
    expect(reached(body, { ...files, 'app/x/route.tsx': '' })).toEqual(expect.arrayContaining(['byId']))
  })

  test.each<[string, Tree, string]>([
    ['a namespace', {}, 'run(lib)'],
    ['a namespace, computed', {}, 'lib[name]()'],
    ['a namespace by name', { 'lib/extra.ts': "export * as extra from './service'" }, 'run(extra)'],
    [
      'a namespace by two names',
      { 'lib/a.ts': "export * as b from './service'", 'lib/extra.ts': "export { b as extra } from './a'" },
      'run(extra)',
    ],
    [
      'a namespace in an object',
      { 'lib/extra.ts': "import * as all from './service'\nexport const extra = { all }" },
      'run(extra)',
    ],
    [
      'a namespace, computed, by name',
      { 'lib/extra.ts': "export * as extra from './service'" },
      'extra[name].shared()',
    ],
  ])('%s', (_, files, body) => {
    expect(reached(body, files)).toEqual(['all', 'byId', 'shared'])
  })
})
