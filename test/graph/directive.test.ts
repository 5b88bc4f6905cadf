import { describe, expect, test } from 'vitest'
import { modelFile } from '../../src/graph/file-model.js'
import { app } from '../support/app.js'

/** The directive of a file, by the quick look and by the parser; they must agree. */
function directives(text: string): (string | null)[] {
  return [app({ 'lib/x.ts': text }).graph.directive('lib/x.ts'), modelFile('lib/x.ts', text).directive]
}

describe('a file has the directive', () => {
  test.each([
    ['at its start', "'use server'"],
    ['in double quotes', '"use server";'],
    ['after a byte order mark', "\uFEFF'use server'\n"],
    ['after empty lines', "\n\r\n\t \n'use server'"],
    ['after a line comment', "// Copyright\n'use server'"],
    ['after line comments of slashes', `${'/'.repeat(200)}\n// Copyright\n${'/'.repeat(200)}\n'use server'`],
    ['after a licence', "/*\n * Copyright * / ** /\n */\n'use server'"],
    ['after documentation', "/** Actions. */\n/* eslint-disable */ 'use server'"],
    ["after 'use strict'", "'use strict'\n'use server'"],
    ["after 'use strict' and a comment", '"use strict"; // why\n"use server"'],
    ['with Windows line ends', "// a\r\n'use server'\r\n"],
    ['with code behind it', "'use server';export const a = 1"],
  ])('%s', (_, text) => {
    expect(directives(text)).toEqual(['use server', 'use server'])
    expect(directives(text.replace('use server', 'use client'))).toEqual(['use client', 'use client'])
  })

  test.each([
    ['after an import', "import a from 'a'\n'use server'"],
    ['after an import with comments around', "/* a */\nimport a from 'a'\n/* b */\n'use server'"],
    ['inside a function with a comment', "/* a */ export async function f() { /* b */ 'use server' }"],
    ['in a comment', "// 'use server'\n/* 'use server' */"],
    ['in backticks', '`use server`'],
    ['in parentheses', "('use server')"],
    ['in a variable', "const a = 'use server'"],
    ['in another spelling', "'use  server'\n'Use Server'"],
    ['of another kind', "'use workflow'"],
  ])('but not %s', (_, text) => {
    expect(directives(text)).toEqual([null, null])
  })
})

test('the quick look stays quick at whatever a file starts with', () => {
  const starts = [
    ' '.repeat(4000),
    '\n'.repeat(4000),
    '/'.repeat(4000),
    '//\n'.repeat(2000),
    '/**/'.repeat(2000),
    '/*'.repeat(3000),
    "'use strict'".repeat(500),
  ]
  const start = performance.now()
  for (const text of starts)
    expect(app({ 'x.ts': `${text}import a from 'a'` }).graph.directive('x.ts')).toBeNull()
  expect(performance.now() - start).toBeLessThan(1000)
})
