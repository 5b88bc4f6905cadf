import type { Range } from '../../plan/types.js'
import { field, nameOf as identifierName, list, type Node } from '../ast.js'
import type { Draft } from '../draft.js'
import { endOfLast, insertAfter, listIndent } from '../lists.js'
import { lookup, scopeAround } from '../scope.js'
import type { Step } from '../step.js'
import type { Part } from '../text-parts.js'
import { commentsBetween, lineStart, tokenBefore } from '../tokens.js'
import { replaceCall } from './call-text.js'
import { declarationParts } from './head.js'
import {
  onlyDeclarator,
  stale,
  startWithNotes,
  startWithOverloads,
  statementAround,
  taken,
  topStatement,
} from './nodes.js'
import { endOfLine, removeWithNotes } from './removal.js'
import type { Job } from './types.js'

/** A function above the statement of the module; where the call stood it is called, or only its name was needed. */
export function prepareHoisted(job: Job): Step {
  const { draft, edit, call, notes } = job
  const statement = edit.call === null ? statementAround(draft, call) : null
  if (statement && (statement.start !== edit.replace.start || !onlyDeclarator(statement)))
    throw stale(draft, edit.replace, 'declaration of a cached function')
  checkName(job, statement)
  if (statement) {
    // What was said of the constant is said of the function.
    const from = startWithNotes(draft, statement)
    notes.own.unshift(...commentsBetween(draft.parsed, from, statement.start))
    notes.own.push(...commentsBetween(draft.parsed, statement.end, endOfLine(draft, statement)))
  }
  const calls = edit.calls.map((one) => ({ ...one, node: callEndingAt(draft, one.at) }))
  let shown: Part[] = []
  return {
    range: edit.replace,
    shown: () => shown,
    write(nameOf) {
      const { eol } = draft.style
      const parts = declarationParts(job, nameOf, '', '')
      const top = startWithOverloads(draft, topStatement(draft, call))
      draft.edits.insertParts(startWithNotes(draft, top), [blankAbove(draft, top), ...parts, eol + eol])
      shown = parts
      if (statement) removeWithNotes(draft, statement)
      else shown = [...parts, eol + eol, ...replaceCall(job)]
      for (const { node, arguments: texts } of calls) addArguments(draft, node, texts)
    },
  }
}

/** A new name must mean the new function in the module and wherever it is called. */
function checkName({ draft, edit }: Job, statement: Node | null): void {
  const { module } = draft.scopes
  const { name } = edit
  const declarator = statement && onlyDeclarator(statement)
  const id = declarator && field(declarator, 'id')
  const own = id ? lookup(scopeAround(draft.scopes, id), identifierName(id) ?? '') : null
  const scope = own ? own.scope.parent : scopeAround(draft.scopes, callAt(draft, edit.replace))
  const known = lookup(module, name) ?? (scope && lookup(scope, name))
  const isOwn = known === own && own?.scope === module
  if ((known && !isOwn) || draft.declared.has(name)) throw taken(draft, edit)
  if (own && own.name !== name) throw stale(draft, edit.replace, `constant ${name}`)
  draft.declared.add(name)
}

function callAt(draft: Draft, { start, end }: Range): Node {
  for (const node of draft.scopes.parents.keys()) if (node.start >= start && node.end <= end) return node
  return draft.scopes.program
}

/** The line end that sets the function apart from a statement right above it. */
function blankAbove(draft: Draft, top: Node): string {
  const { source, style } = draft
  const from = startWithNotes(draft, top)
  if (draft.hoists.has(from)) return ''
  draft.hoists.add(from)
  const line = lineStart(source, from)
  if (from === 0) return ''
  if (line !== from && source.slice(line, from).trim() !== '') return style.eol + style.eol
  return line === 0 || /(^|\r\n|\r(?!\n)|\n)[^\S\r\n]*(\r\n|\r(?!\n)|\n)$/.test(source.slice(0, line))
    ? ''
    : style.eol
}

function callEndingAt(draft: Draft, closer: number): Node {
  for (const node of draft.scopes.parents.keys())
    if (node.end === closer + 1 && /^(Optional)?CallExpression$/.test(node.type)) return node
  throw stale(draft, { start: closer, end: closer + 1 }, 'call')
}

/** Adds last arguments in the layout of a call. */
function addArguments(draft: Draft, call: Node, texts: string[]): void {
  const first = list(call, 'arguments')[0]
  const closer = call.end - 1
  if (texts.length === 0) return
  if (!first) {
    draft.edits.insert(closer, texts.join(', '))
    return
  }
  const opener = tokenBefore(draft.parsed, first.start)?.start ?? call.start
  const after = endOfLast(draft, closer)
  insertAfter(draft, { after, indent: listIndent(draft, opener, first.start, closer), texts })
}
