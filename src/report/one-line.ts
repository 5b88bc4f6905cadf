/** Characters that steer a terminal or turn the order of what is read: they are shown by their number instead. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Text from the analysed code on one line: white space becomes one space, characters that would steer the reader's
 * program are shown as `\u001b`, and what is too long is cut.
 *
 * @param longest in UTF-16 code units, dots included
 */
export function oneLine(text: string, longest = Number.POSITIVE_INFINITY): string {
  // Cut first: what follows may be megabytes.
  const part = text.length > 4 * longest ? text.slice(0, 4 * longest) : text
  const line = visible(part.replaceAll(/[^\S\ufeff]+/g, ' ').trim())
  return line.length <= longest ? line : `${line.slice(0, longest - 3).replace(/[\ud800-\udbff]$/, '')}...`
}

const shortCode = 100

/**
 * What stands for a longer piece of code: comments in front left out, and cut behind the first opening brace that ends a
 * line, so that a function is shown by its head. Short code and code on one line stay as they are.
 */
export function headOfCode(code: string): string {
  if (!code.includes('\n') || code.replaceAll(/\s+/g, ' ').length <= shortCode) return code
  const lines = code
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trim())
  const first = Math.max(
    lines.findIndex((line) => line !== '' && !/^(?:\/\/|\/?\*)/.test(line)),
    0,
  )
  const last = lines.findIndex((line, index) => index >= first && line.endsWith('{'))
  if (last < 0) return code
  return `${lines
    .slice(first, last + 1)
    .join(' ')
    .replaceAll('( ', '(')} ...`
}

/** A file name as it is, but for characters that would steer the reader's program. */
export function visible(text: string): string {
  return text.replaceAll(steering, escaped).replaceAll(loneSurrogate, '\ufffd')
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
