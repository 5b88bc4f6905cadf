import { describe, expect, test } from 'vitest'
import { contextsOf } from '../support/app.js'
import type { Tree } from '../support/tree.js'

const head = "import { revalidateTag } from 'next/cache'\n"
const expire = "() => revalidateTag('a')"

/** Contexts of the helper in lib/x when the route imports it like this. */
function reached(helper: string, route: string, more: Tree = {}): string[] | undefined {
  return contextsOf({ 'lib/x.ts': head + helper, 'app/x/route.ts': route, ...more }).a
}

/** A route handler that imports and runs the helper. */
const runs = (statement: string, call: string) =>
  `${statement}\nexport async function POST() { await ${call} }`

describe('a helper is found through', () => {
  test.each([
    ['export const', `export const purge = ${expire}`, "import { purge } from '../../lib/x'", 'purge()'],
    [
      'export function',
      `export function purge() { revalidateTag('a') }`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'export { purge }',
      `const purge = ${expire}; export { purge }`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'export { purge } before f',
      `export { purge }; function purge() { revalidateTag('a') }`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'export { purge as g }',
      `const purge = ${expire}; export { purge as g }`,
      "import { g as h } from '../../lib/x'",
      'h()',
    ],
    [
      'export { purge as default }',
      `const purge = ${expire}; export { purge as default }`,
      "import purge from '../../lib/x'",
      'purge()',
    ],
    [
      'import { default as }',
      `export default ${expire}`,
      "import { default as purge } from '../../lib/x'",
      'purge()',
    ],
    ['export default arrow', `export default ${expire}`, "import purge from '../../lib/x'", 'purge()'],
    [
      'export default function',
      `export default function () { revalidateTag('a') }`,
      "import purge from '../../lib/x'",
      'purge()',
    ],
    [
      'export default name',
      `const purge = ${expire}; export default purge`,
      "import purge from '../../lib/x'",
      'purge()',
    ],
    [
      'export default with a cast',
      `const purge = ${expire}; export default purge as Function`,
      "import purge from '../../lib/x'",
      'purge()',
    ],
    [
      'export default object',
      `export default { purge: ${expire} }`,
      "import x from '../../lib/x'",
      'x.purge()',
    ],
    [
      'export default class',
      `export default class { static purge() { revalidateTag('a') } }`,
      "import X from '../../lib/x'",
      'X.purge()',
    ],
    [
      'export default instance',
      `class X { purge() { revalidateTag('a') } } export default new X()`,
      "import x from '../../lib/x'",
      'x.purge()',
    ],
    [
      'export default wrapped',
      `export default wrap(${expire})`,
      "import purge from '../../lib/x'",
      'purge()',
    ],
    [
      'a quoted name',
      `const purge = ${expire}; export { purge as 'purge g' }`,
      "import { 'purge g' as purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'export let assigned later',
      `export let purge; purge = ${expire}`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'a destructuring',
      `export const { purge } = { purge: ${expire} }`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'a renaming destructuring',
      `const all = { purge: ${expire} }; export const { purge: g } = all`,
      "import { g } from '../../lib/x'",
      'g()',
    ],
    [
      'a nested destructuring',
      `const all = { x: { purge: ${expire} } }; export const { x: { purge } } = all`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'an array destructuring',
      `export const [purge] = [${expire}]`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'a namespace',
      `export namespace X { export const purge = ${expire} }`,
      "import { X } from '../../lib/x'",
      'X.purge()',
    ],
    ['import * as', `export const purge = ${expire}`, "import * as x from '../../lib/x'", 'x.purge()'],
    [
      'import * as, quoted',
      `export const purge = ${expire}`,
      "import * as x from '../../lib/x'",
      "x['purge']()",
    ],
    [
      'import * as, computed',
      `export const purge = ${expire}`,
      "import * as x from '../../lib/x'",
      'x[name]()',
    ],
    [
      'a default with import *, computed',
      `export const purge = ${expire}; export default 1`,
      "import d, * as x from '../../lib/x'",
      'x[name]()',
    ],
    ['import * as, default', `export default ${expire}`, "import * as x from '../../lib/x'", 'x.default()'],
    [
      'a local pattern',
      `export const purge = ${expire}`,
      "import * as x from '../../lib/x'\nconst { purge } = x",
      'purge()',
    ],
    [
      'a constant',
      `export const purge = ${expire}`,
      "import { purge } from '../../lib/x'\nconst g = purge",
      'g()',
    ],
    ['dynamic import', `export const purge = ${expire}`, '', "(await import('../../lib/x')).purge()"],
    [
      'dynamic import with then',
      `export const purge = ${expire}`,
      '',
      "import('../../lib/x').then(({ purge }) => purge())",
    ],
    [
      'dynamic import of the default',
      `export default ${expire}`,
      '',
      "(await import('../../lib/x')).default()",
    ],
    ['dynamic import handed on', `export const purge = ${expire}`, '', "runAll(await import('../../lib/x'))"],
    [
      'dynamic import in a closure handed on',
      `export const purge = ${expire}`,
      '',
      "lazy(() => import('../../lib/x'))",
    ],
    [
      'dynamic import with await in a closure',
      `export const purge = ${expire}`,
      '',
      "lazy(async () => await import('../../lib/x'))",
    ],
    [
      'a function that imports',
      `export const purge = ${expire}`,
      "const load = () => import('../../lib/x')",
      '(await load()).purge()',
    ],
    [
      'a function that imports, handed on',
      `export const purge = ${expire}`,
      "const load = () => import('../../lib/x')",
      'lazy(load)',
    ],
  ])('%s', (_, helper, statement, call) => {
    expect(reached(helper, runs(statement, call))).toEqual(['route-handler'])
  })

  test.each([
    [
      'module.exports = object',
      `module.exports = { purge: ${expire} }`,
      "const { purge } = require('../../lib/x')",
      'purge()',
    ],
    [
      'module.exports = object, as namespace',
      `module.exports = { purge: ${expire} }`,
      "const x = require('../../lib/x')",
      'x.purge()',
    ],
    [
      'module.exports = shorthand',
      `const purge = ${expire}; module.exports = { purge }`,
      "const { purge } = require('../../lib/x')",
      'purge()',
    ],
    [
      'module.exports = name of an object',
      `const x = { purge: ${expire} }; module.exports = x`,
      "const x = require('../../lib/x')",
      'x.purge()',
    ],
    [
      'module.exports = instance',
      `class X { purge() { revalidateTag('a') } } module.exports = new X()`,
      "const x = require('../../lib/x')",
      'x.purge()',
    ],
    [
      'module.exports = function',
      `module.exports = ${expire}`,
      "const purge = require('../../lib/x')",
      'purge()',
    ],
    [
      'module.exports = name of a function',
      `const purge = ${expire}; module.exports = purge`,
      "const purge = require('../../lib/x')",
      'purge()',
    ],
    [
      'module.exports.f',
      `module.exports.purge = ${expire}`,
      "const { purge } = require('../../lib/x')",
      'purge()',
    ],
    ['exports.f', `exports.purge = ${expire}`, "require('../../lib/x')", "require('../../lib/x').purge()"],
    [
      'exports.purge = name',
      `const purge = ${expire}; exports.purge = purge`,
      "const { purge } = require('../../lib/x')",
      'purge()',
    ],
    ['exports.default', `exports.default = ${expire}`, "import purge from '../../lib/x'", 'purge()'],
    [
      'exports.purge, by default import',
      `exports.purge = ${expire}`,
      "import x from '../../lib/x'",
      'x.purge()',
    ],
    [
      'exports.purge, by named import',
      `exports.purge = ${expire}`,
      "import { purge } from '../../lib/x'",
      'purge()',
    ],
    [
      'exports.purge, computed',
      `exports.purge = ${expire}`,
      "const all = require('../../lib/x')",
      'all[name]()',
    ],
    ['export = object', `export = { purge: ${expire} }`, "import x = require('../../lib/x')", 'x.purge()'],
    [
      'export = name of an object',
      `const x = { purge: ${expire} }; export = x`,
      "import x = require('../../lib/x')",
      'x.purge()',
    ],
    [
      'export = by default import',
      `const x = { purge: ${expire} }; export = x`,
      "import x from '../../lib/x'",
      'x.purge()',
    ],
  ])('CommonJS: %s', (_, helper, statement, call) => {
    expect(reached(helper, runs(statement, call))).toEqual(['route-handler'])
  })
})

describe('a helper is found through barrels', () => {
  const helper = `export const purge = ${expire}\nexport const g = () => revalidateTag('b')`
  test.each<[string, Tree, string, string]>([
    ['star', { 'lib/i.ts': "export * from './x'" }, "import { purge } from '../../lib/i'", 'purge()'],
    [
      'star of star of star',
      {
        'lib/h.ts': "export * from './x'",
        'lib/i.ts': "export * from './h'",
        'lib/j.ts': "export * from './i'",
      },
      "import { purge } from '../../lib/j'",
      'purge()',
    ],
    [
      'star, by namespace',
      { 'lib/i.ts': "export * from './x'" },
      "import * as all from '../../lib/i'",
      'all.purge()',
    ],
    [
      'star with a name',
      { 'lib/i.ts': "export * as x from './x'" },
      "import { x } from '../../lib/i'",
      'x.purge()',
    ],
    [
      'star with a name, twice',
      { 'lib/i.ts': "export * as x from './x'", 'lib/j.ts': "export * as i from './i'" },
      "import { i } from '../../lib/j'",
      'i.x.purge()',
    ],
    [
      'a namespace exported by name',
      { 'lib/i.ts': "import * as x from './x'\nexport { x }" },
      "import { x } from '../../lib/i'",
      'x.purge()',
    ],
    [
      'a namespace as default',
      { 'lib/i.ts': "import * as x from './x'\nexport default x" },
      "import x from '../../lib/i'",
      'x.purge()',
    ],
    [
      'a namespace in an object',
      { 'lib/i.ts': "import * as x from './x'\nexport const api = { x }" },
      "import { api } from '../../lib/i'",
      'api.x.purge()',
    ],
    [
      'renamed three times',
      {
        'lib/h.ts': "export { purge as g1 } from './x'",
        'lib/i.ts': "export { g1 as g2 } from './h'",
        'lib/j.ts': "export { g2 as g3 } from './i'",
      },
      "import { g3 } from '../../lib/j'",
      'g3()',
    ],
    [
      'renamed to default and back',
      {
        'lib/i.ts': "export { purge as default } from './x'",
        'lib/j.ts': "export { default as f2 } from './i'",
      },
      "import { f2 } from '../../lib/j'",
      'f2()',
    ],
    [
      'imported and exported',
      { 'lib/i.ts': "import { purge } from './x'\nexport { purge }" },
      "import { purge } from '../../lib/i'",
      'purge()',
    ],
    [
      'imported and exported as constant',
      { 'lib/i.ts': "import { purge } from './x'\nexport const f2 = purge" },
      "import { f2 } from '../../lib/i'",
      'f2()',
    ],
    [
      'required and exported',
      { 'lib/i.js': "module.exports = require('./x')" },
      "const { purge } = require('../../lib/i')",
      'purge()',
    ],
    [
      'spread into CommonJS exports',
      { 'lib/i.js': "module.exports = { ...require('./x') }" },
      "const { purge } = require('../../lib/i')",
      'purge()',
    ],
    [
      'an index file',
      { 'lib/index.ts': "export * from './x'" },
      "import { purge } from '../../lib'",
      'purge()',
    ],
  ])('%s', (_, barrels, statement, call) => {
    const contexts = contextsOf({
      'lib/x.ts': head + helper,
      'app/x/route.ts': runs(statement, call),
      ...barrels,
    })
    expect(contexts.a).toEqual(['route-handler'])
  })

  test.each<[string, Tree, string, string]>([
    ['star', { 'lib/i.ts': "export * from './x'" }, "import { purge } from '../../lib/i'", 'purge()'],
    [
      'star with a name',
      { 'lib/i.ts': "export * as x from './x'" },
      "import { x } from '../../lib/i'",
      'x.purge()',
    ],
    [
      'a namespace in an object',
      { 'lib/i.ts': "import * as x from './x'\nexport const api = { x }" },
      "import { api } from '../../lib/i'",
      'api.x.purge()',
    ],
    ['a local pattern', {}, "import * as x from '../../lib/x'\nconst { purge } = x", 'purge()'],
  ])('and the helper beside it is not: %s', (_, barrels, statement, call) => {
    const contexts = contextsOf({
      'lib/x.ts': head + helper,
      'app/x/route.ts': runs(statement, call),
      ...barrels,
    })
    expect(contexts).toEqual({ a: ['route-handler'], b: [] })
  })

  test('the name that a file exports itself wins over a star', () => {
    const barrel = "export * from './x'\nexport const purge = () => 1"
    const route = runs("import { purge } from '../../lib/i'", 'purge()')
    expect(reached(helper, route, { 'lib/i.ts': barrel })).toEqual([])
  })

  test('a star does not hand on the default export', () => {
    const route = runs("import purge from '../../lib/i'", 'purge()')
    expect(reached(`export default ${expire}`, route, { 'lib/i.ts': "export * from './x'" })).toEqual([])
  })
})
