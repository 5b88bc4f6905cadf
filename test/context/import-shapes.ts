import fc from 'fast-check'
import type { Tree } from '../support/tree.js'

/** A way from a module to the helper: `['cache', 'expirePosts']` for `module.cache.expirePosts`. */
type Access = readonly [string, ...string[]]

interface Step {
  text: string
  access: Access
}

type Make = (from: string, access: Access, index: number) => Step

const local = ([first]: Access, from: string): string =>
  first === 'default' ? `import local from '${from}'` : `import { ${first} as local } from '${from}'`
const member = (access: readonly string[]): string => access.map((name) => `.${name}`).join('')

/** How a barrel can hand on what it imports. */
const barrels: Record<string, Make> = {
  rename: (from, [first, ...rest], n) => ({
    text: `export { ${first} as renamed${n} } from '${from}'`,
    access: [`renamed${n}`, ...rest],
  }),
  'to default': (from, [first, ...rest]) => ({
    text: `export { ${first} as default } from '${from}'`,
    access: ['default', ...rest],
  }),
  star: (from, access, n) =>
    access[0] === 'default'
      ? (barrels.rename as Make)(from, access, n)
      : { text: `export * from '${from}'`, access },
  'star with a name': (from, access, n) => ({
    text: `export * as space${n} from '${from}'`,
    access: [`space${n}`, ...access],
  }),
  'import, export': (from, access, n) => ({
    text: `${local(access, from)}\nexport { local as again${n} }`,
    access: [`again${n}`, ...access.slice(1)],
  }),
  constant: (from, access, n) => ({
    text: `${local(access, from)}\nexport const constant${n} = local`,
    access: [`constant${n}`, ...access.slice(1)],
  }),
  'export default': (from, access) => ({
    text: `${local(access, from)}\nexport default local`,
    access: ['default', ...access.slice(1)],
  }),
  object: (from, access, n) => ({
    text: `${local(access, from)}\nexport const object${n} = { inner: local }`,
    access: [`object${n}`, 'inner', ...access.slice(1)],
  }),
  namespace: (from, access, n) => ({
    text: `import * as all from '${from}'\nexport const taken${n} = all${member(access)}`,
    access: [`taken${n}`],
  }),
  'namespace by name': (from, access, n) => ({
    text: `import * as all from '${from}'\nexport { all as all${n} }`,
    access: [`all${n}`, ...access],
  }),
  require: (from, [first, ...rest], n) => ({
    text: `const { ${first}: local } = require('${from}')\nmodule.exports = { required${n}: local }`,
    access: [`required${n}`, ...rest],
  }),
}

/** How the module of the helper can export it. */
const helpers: Record<string, { text: string; access: Access }> = {
  named: { text: 'export function expirePosts() { BODY }', access: ['expirePosts'] },
  constant: { text: 'export const expirePosts = async () => { BODY }', access: ['expirePosts'] },
  list: { text: 'function own() { BODY }\nexport { own as expirePosts }', access: ['expirePosts'] },
  default: { text: 'export default function () { BODY }', access: ['default'] },
  'default name': { text: 'const own = () => { BODY }\nexport default own', access: ['default'] },
  object: {
    text: 'export const cache = { expirePosts() { BODY }, other() { BESIDE } }',
    access: ['cache', 'expirePosts'],
  },
  'object with this': {
    text: 'export const cache = { expirePosts() { this.own() }, own() { BODY } }',
    access: ['cache', 'expirePosts'],
  },
  'static method': {
    text: 'export class Cache { static expirePosts() { BODY } static other() { BESIDE } }',
    access: ['Cache', 'expirePosts'],
  },
  singleton: {
    text: 'class Cache { expirePosts() { BODY } other() { BESIDE } }\nexport const cache = new Cache()',
    access: ['cache', 'expirePosts'],
  },
  wrapped: { text: 'export const expirePosts = wrap(async () => { BODY })', access: ['expirePosts'] },
  'module.exports': {
    text: 'function expirePosts() { BODY }\nmodule.exports = { expirePosts }',
    access: ['expirePosts'],
  },
  exports: { text: 'exports.expirePosts = () => { BODY }', access: ['expirePosts'] },
}

/** How code can run it: the imports at the top, and the statement that runs it. */
const uses: Record<string, (from: string, access: Access) => [string, string]> = {
  named: (from, access) => [local(access, from), `local${member(access.slice(1))}()`],
  namespace: (from, access) => [`import * as all from '${from}'`, `all${member(access)}()`],
  'pattern of a namespace': (from, [first, ...rest]) => [
    `import * as all from '${from}'\nconst { ${first}: local } = all`,
    `local${member(rest)}()`,
  ],
  constant: (from, access) => [
    `${local(access, from)}\nconst mine = local`,
    `mine${member(access.slice(1))}()`,
  ],
  'local constant': (from, access) => [
    local(access, from),
    `const mine = local${member(access.slice(1))}; mine()`,
  ],
  require: (from, [first, ...rest]) => [
    `const { ${first}: local } = require('${from}')`,
    `local${member(rest)}()`,
  ],
  'require in place': (from, access) => ['', `require('${from}')${member(access)}()`],
  dynamic: (from, access) => ['', `await (await import('${from}'))${member(access)}()`],
  'pattern of a dynamic import': (from, [first, ...rest]) => [
    '',
    `const { ${first}: local } = await import('${from}'); local${member(rest)}()`,
  ],
  'dynamic with then': (from, access) => ['', `import('${from}').then((all) => all${member(access)}())`],
  closure: (from, access) => [local(access, from), `after(() => local${member(access.slice(1))}())`],
  'function in between': (from, access) => [
    `${local(access, from)}\nfunction between() { local${member(access.slice(1))}() }`,
    'between()',
  ],
  'handed on': (from, access) => [local(access, from), `run(local${member(access.slice(1))})`],
}

export interface Shape {
  helper: string
  barrels: string[]
  route: string
  action: string
  by: 'route' | 'action' | 'both'
}

export const shapes: fc.Arbitrary<Shape> = fc.record({
  helper: fc.constantFrom(...Object.keys(helpers)),
  barrels: fc.array(fc.constantFrom(...Object.keys(barrels)), { maxLength: 3 }),
  route: fc.constantFrom(...Object.keys(uses)),
  action: fc.constantFrom(...Object.keys(uses)),
  by: fc.constantFrom('route', 'action', 'both'),
})

/** The app of a shape: a helper that expires `posts`, beside one that expires `beside`, which nobody runs. */
export function treeOf(shape: Shape): Tree {
  const { text, access: start } = helpers[shape.helper] as (typeof helpers)[string]
  const code = text.replace('BODY', "revalidateTag('posts')").replace('BESIDE', "revalidateTag('beside')")
  const files: Tree = {
    'lib/m0.ts': `import { revalidateTag } from 'next/cache'\n${code}\nconst unused = () => revalidateTag('beside')`,
    'app/page.tsx': '',
  }
  let access = start
  for (const [index, name] of shape.barrels.entries()) {
    const step = (barrels[name] as Make)(`./m${index}`, access, index)
    files[`lib/m${index + 1}.ts`] = step.text
    access = step.access
  }
  const use = (name: string, from: string) =>
    (uses[name] as (typeof uses)[string])(`${from}lib/m${shape.barrels.length}`, access)
  if (shape.by !== 'action') {
    const [top, run] = use(shape.route, '../../../')
    files['app/api/x/route.ts'] = `${top}\nexport async function POST() { ${run} }`
  }
  if (shape.by !== 'route') {
    const [top, run] = use(shape.action, '../')
    files['app/actions.ts'] = `'use server'\n${top}\nexport async function save() { ${run} }`
  }
  return files
}
