import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOpen, mayMatch, sameText, showText, textKey, wholeText } from '../../src/cache/values/index.js'
import { joined } from '../../src/cache/values/text.js'
import type { Text } from '../../src/cache/values/types.js'

/** `a-{id}` with a hole for each name in braces. */
function text(shown: string): Text {
  const parts = shown.split(/(\{\w+\})/).filter((part) => part !== '')
  return {
    parts: parts.map((part) => (part.startsWith('{') ? { expression: null, name: part.slice(1, -1) } : part)),
  }
}

describe('two texts may match', () => {
  test.each([
    ['a', 'a'],
    ['a-{x}', 'a-1'],
    ['a-{x}', 'a-{y}'],
    ['{x}', ''],
    ['{x}', 'a-{y}-b'],
    ['a-{x}', '{y}-b'],
    ['{x}-b-{y}', 'a-{z}'],
    ['a{x}a', 'aa'],
    ['{x}{y}', 'abc'],
  ])('%s and %s', (a, b) => {
    expect([mayMatch(text(a), text(b)), mayMatch(text(b), text(a))]).toEqual([true, true])
  })

  test.each([
    ['a', 'b'],
    ['a', 'ab'],
    ['a-{x}', 'b-{y}'],
    ['a-{x}', 'a'],
    ['{x}-a', '{y}-b'],
    ['a{x}a', 'a'],
    ['', 'a'],
  ])('not %s and %s', (a, b) => {
    expect([mayMatch(text(a), text(b)), mayMatch(text(b), text(a))]).toEqual([false, false])
  })

  test('whenever holes can be filled so that they are equal', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 })
    const filled = fc.array(fc.record({ value: part, isHole: fc.boolean() }), { maxLength: 5 })
    const made = (parts: { value: string; isHole: boolean }[], whole: string): Text => ({
      parts: [
        ...parts.map(({ value, isHole }) => (isHole ? { expression: null, name: 'x' } : value)),
        whole.slice(parts.map(({ value }) => value).join('').length),
      ],
    })
    fc.assert(
      fc.property(filled, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), (parts, rest) => {
        const whole = parts.map(({ value }) => value).join('') + rest
        expect(mayMatch(made(parts, whole), { parts: [whole] })).toBe(true)
      }),
    )
  })

  test('as a regular expression says it, for a text without holes', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '{x}'), maxLength: 8 })
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, whole) => {
        const expected = new RegExp(`^${pattern.replaceAll('{x}', '.*')}$`).test(whole)
        expect(mayMatch(text(pattern), text(whole))).toBe(expected)
      }),
    )
  })
})

describe('a text', () => {
  test('is shown with the names of its holes', () => {
    expect(showText(text('invoices-{orgId}'))).toBe('invoices-$' + '{orgId}')
  })

  test('is the same as one with the same holes', () => {
    expect(sameText(text('a-{x}'), text('a-{x}'))).toBe(true)
    expect(sameText(text('a-{x}'), text('a-{y}'))).toBe(false)
    expect(sameText(text('a-{x}'), text('b-{x}'))).toBe(false)
  })

  test('has the key of those that differ in the names of their holes', () => {
    expect(textKey(text('a-{x}'))).toBe(textKey(text('a-{y}')))
    expect(textKey(text('a-{x}'))).not.toBe(textKey(text('a-')))
  })

  test('is whole without holes, and open without strings', () => {
    expect([wholeText(text('a')), wholeText(text('')), wholeText(text('a-{x}'))]).toEqual(['a', '', null])
    expect([isOpen(text('{x}')), isOpen(text('a{x}')), isOpen(text(''))]).toEqual([true, false, false])
  })

  test('grows without neighbouring strings', () => {
    expect(joined(text('a-'), text('b-{x}'))).toEqual(text('a-b-{x}'))
    expect(joined(text('{x}'), text(''))).toEqual(text('{x}'))
  })
})
