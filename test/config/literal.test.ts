import { describe, expect, test } from 'vitest'
import { readLiteralModule } from '../../src/config/literal.js'

const value = { contexts: { 'src/jobs/**': 'script' }, ignore: ['legacy/**'] }
const literal = "{ contexts: { 'src/jobs/**': 'script' }, ignore: [`legacy/**`] }"

describe('read without running', () => {
  test.each([
    ['a bare object', `export default ${literal}`],
    ['defineConfig', `import { defineConfig } from 'retag'\nexport default defineConfig(${literal})`],
    ['module.exports', `module.exports = ${literal}`],
    [
      'CommonJS defineConfig',
      `const { defineConfig } = require('retag')\nmodule.exports = defineConfig(${literal})`,
    ],
    ['satisfies', `export default ${literal} satisfies RetagConfig`],
    ['as const, in brackets', `export default (${literal} as const)`],
    ['a constant', `const config: RetagConfig = ${literal}\nexport default config`],
    [
      'constants inside',
      `const ignore = ['legacy/**']\nconst jobs = 'script'\nexport default { contexts: { 'src/jobs/**': jobs }, ignore }`,
    ],
    ['a byte order mark and a comment', `/* hi */ export default ${literal}`],
  ])('%s', (_, text) => {
    expect(readLiteralModule('retag.config.ts', text)).toEqual({ kind: 'value', value })
  })

  test('numbers, booleans and null', () => {
    const result = readLiteralModule('c.js', 'export default { a: 1, b: true, c: false, d: null }')
    expect(result).toEqual({ kind: 'value', value: { a: 1, b: true, c: false, d: null } })
  })
})

describe('not a literal: the line is told', () => {
  test.each([
    ['a call', 'export default {\n  ignore: globs(),\n}', 2],
    ['an environment variable', 'export default { ignore: [process.env.X] }', 1],
    ['a spread', 'export default {\n  ...base,\n}', 2],
    ['a computed key', "export default { ['a']: 1 }", 1],
    ['a template with a hole', 'export default { ignore: [`$' + '{x}/**`] }', 1],
    ['a name from elsewhere', "import ignore from './x'\nexport default { ignore }", 2],
    ['let', 'let ignore = []\nexport default { ignore }', 2],
    ['a constant that names itself', 'const a = [a]\nexport default a', 1],
    ['a function', 'export default () => ({})', 1],
    ['another wrapper', 'export default wrap({})', 1],
  ])('%s', (_, text, line) => {
    expect(readLiteralModule('retag.config.ts', text)).toEqual({ kind: 'not-literal', line })
  })

  test('a module without default export', () => {
    expect(readLiteralModule('c.ts', 'export const config = {}')).toEqual({ kind: 'no-export' })
  })

  test('a syntax error', () => {
    expect(readLiteralModule('c.ts', 'export default {\n  a: ,\n}')).toMatchObject({
      kind: 'syntax',
      line: 2,
    })
  })
})
