import type { Range } from '../../plan/types.js'
import { field, isCall, isMember, list, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import type { Step } from '../step.js'
import { commentsBetween, hasNewline, indentAt, tokenBefore, tokenFrom } from '../tokens.js'
import { functionParts } from './head.js'
import { noteParts } from './layout.js'
import type { Job } from './types.js'

/** The call becomes `async (...) => {...}` where it stands. */
export function prepareArrow(job: Job): Step {
  const { draft, call, notes } = job
  const range = hugged(draft, call)
  return {
    range,
    write(nameOf) {
      const indent = indentAt(draft.source, range.start)
      const parts = functionParts(job, nameOf, {
        head: `async ${typeParameters(job)}`,
        arrow: true,
        indent,
        own: noteParts(draft, notes.own, indent + draft.style.indent),
      })
      draft.edits.replace(
        range.start,
        range.end,
        needsParentheses(draft, call) ? ['(', ...parts, ')'] : parts,
      )
    },
  }
}

/** In `.tsx` a lone `<T>` reads like an element. */
function typeParameters({ draft, edit }: Job): string {
  const { typeParameters } = edit
  return /\.[jt]sx$/.test(draft.file) && /^<\s*[\w$]+\s*>$/.test(typeParameters)
    ? typeParameters.replace(/\s*>$/, ',>')
    : typeParameters
}

/** The only argument of a call moves up to its parenthesis: `cache(async () => {`. */
function hugged(draft: Draft, call: Node): Range {
  const { parsed, scopes, source } = draft
  const parent = scopes.parents.get(call)
  if (
    !parent ||
    !isCall(parent) ||
    field(parent, 'callee') === call ||
    list(parent, 'arguments').length !== 1
  )
    return call
  const opener = tokenBefore(parsed, call.start)
  const next = tokenFrom(parsed, call.end)
  const closer = next && source[next.start] === ',' ? tokenFrom(parsed, next.end) : next
  if (!opener || !closer || source[opener.start] !== '(' || source[closer.start] !== ')') return call
  const range = { start: opener.end, end: closer.start }
  const hasNotes =
    commentsBetween(parsed, range.start, call.start).length > 0 ||
    commentsBetween(parsed, call.end, range.end).length > 0
  return hasNotes || !hasNewline(source, range.start, call.start) ? call : range
}

/** An arrow function binds more loosely than a call. */
function needsParentheses({ scopes, parsed, source }: Draft, call: Node): boolean {
  const parent = scopes.parents.get(call)
  if (!parent) return false
  const before = tokenBefore(parsed, call.start)
  const next = tokenFrom(parsed, call.end)
  const isWrapped = before && next && source[before.start] === '(' && source[next.start] === ')'
  if (isWrapped && !isCall(parent)) return false
  if (isCall(parent)) return field(parent, 'callee') === call
  if (isMember(parent)) return field(parent, 'object') === call
  if (parent.type === 'ConditionalExpression') return field(parent, 'test') === call
  return /^(Binary|Logical|Unary|Await|TSAs|TSSatisfies|TSNonNull|TaggedTemplate)/.test(parent.type)
}
