import type { Range } from '../../plan/types.js'
import { list, type Node } from '../ast.js'
import { type Draft, nodeAt } from '../draft.js'
import { endOfLast, insertAfter, listIndent } from '../lists.js'
import type { Step } from '../step.js'
import { commentsBetween, hasNewline, indentAt, tokenFrom } from '../tokens.js'

/** Edit `add-setting`: an object gets one more setting, in its layout, behind the others. */
export function prepareAddSetting(draft: Draft, at: Range, path: string[], value: string): Step {
  const object = nodeAt(draft, at, ['ObjectExpression'], 'settings object')
  const [name = '', ...inner] = path
  const { bracketSpacing } = draft.style
  const nested = inner.reduceRight((text, key) => braced(`${key}: ${text}`, bracketSpacing), value)
  const shown = `${name}: ${nested}`
  return { range: object, shown, write: () => addLast(draft, object, shown) }
}

function braced(text: string, spaced: boolean): string {
  return spaced ? `{ ${text} }` : `{${text}}`
}

/** Adds a property behind the others of an object literal, in its layout. */
export function addLast(draft: Draft, object: Node, text: string): void {
  const closer = object.end - 1
  if (list(object, 'properties').length === 0) return insertFirst(draft, object, text)
  const first = tokenFrom(draft.parsed, object.start + 1)?.start ?? closer
  insertAfter(draft, {
    after: endOfLast(draft, closer),
    indent: listIndent(draft, object.start, first, closer),
    texts: [text],
  })
}

/** An object without settings may hold a comment that says where to put them. */
function insertFirst({ edits, parsed, source, style }: Draft, object: Node, text: string): void {
  const opener = object.start + 1
  const closer = object.end - 1
  const isSpread = hasNewline(source, opener, closer)
  const comments = commentsBetween(parsed, opener, closer)
  if (!isSpread && comments.length === 0)
    return edits.replace(object.start, object.end, braced(text, style.bracketSpacing))
  if (!isSpread) return edits.insert(comments.at(-1)?.end ?? opener, ` ${text}`)
  const indent = indentAt(source, closer)
  const last = comments.at(-1)?.end ?? opener
  edits.replace(last, closer, `${style.eol}${indent}${style.indent}${text},${style.eol}${indent}`)
}
