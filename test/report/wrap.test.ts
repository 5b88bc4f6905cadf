import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleLength, wrap } from '../../src/report/wrap.js'

describe('wrap', () => {
  test('breaks at spaces and indents what follows by the width of the first prefix', () => {
    expect(wrap('one two three four', 12, '- ')).toBe('- one two\n  three four')
  })

  test('does not break within a short piece of code', () => {
    expect(wrap('now it receives { expire: 0 } there', 26)).toBe('now it receives\n{ expire: 0 } there')
    expect(wrap("becomes revalidateTag(tag, 'max') here", 20)).toBe(
      "becomes\nrevalidateTag(tag, 'max')\nhere",
    )
  })

  test('does not count colour codes', () => {
    expect(wrap('\u001b[1mone\u001b[22m two', 7)).toBe('\u001b[1mone\u001b[22m two')
  })

  test('keeps every word, in order, and no line is longer than the width unless it is one word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
        const lines = wrap(list.join(' '), width, '  ').split('\n')
        expect(lines.join(' ').split(/ +/).filter(Boolean)).toEqual(list)
        for (const line of lines) {
          expect(line.startsWith('  ')).toBe(true)
          if (line.trim().includes(' ')) expect(visibleLength(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
