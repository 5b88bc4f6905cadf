import { headOfCode, oneLine } from '../one-line.js'

const longestCode = 200
const longestProse = 600

/** Breaks what forges turn into mentions and references; readers do not see it. */
const gap = '\u200b'

/**
 * A sentence as plain text on one line: no character of it is markup, and `@name`, `#12`, `GH-12` and addresses ping
 * nobody.
 */
export function prose(text: string): string {
  return oneLine(text, longestProse)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$]/g, '\\$&')
    .replaceAll('@', `@${gap}`)
    .replaceAll('#', `#${gap}`)
    .replaceAll(/\b(GH)-(?=\d)/gi, `$1${gap}-`)
    .replaceAll(/!(?=\d)/g, `!${gap}`)
    .replaceAll('://', `:${gap}//`)
    .replaceAll(/\bwww\./gi, (www) => `${www.slice(0, -1)}${gap}.`)
}

/** Code or a file name on one line, in a fence that is longer than any of its own backticks. Not for tables. */
export function code(text: string): string {
  const line = oneLine(headOfCode(text), longestCode)
  if (line === '') return '` `'
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}
