import type { Range, UseCacheEdit } from '../../plan/types.js'
import { field, list, type Node, nameOf } from '../ast.js'
import type { Draft } from '../draft.js'
import type { Comment } from '../parse.js'
import { commentsBetween, hasNewline, tokenFrom } from '../tokens.js'
import type { Notes, SettingNotes } from './types.js'

/**
 * Sorts the comments of everything that goes away: those of the callback, of `revalidate` and of `tags` stay beside
 * what becomes of it, those of the key go with the key.
 *
 * @param gone all that is replaced: the statement, the call at once, or the call
 * @param kept parts of the callback that move with their comments: its body, perhaps its parameters
 */
export function notesOf(
  draft: Draft,
  { call, callback, edit }: { call: Node; callback: Node | null; edit: UseCacheEdit },
  gone: Range,
  kept: readonly Range[],
): Notes {
  const notes: Notes = { own: [], body: [], life: none(), tag: none(), invocation: [] }
  const args = list(call, 'arguments')
  const cached = callback ? (args.find((arg) => holds(arg, callback)) ?? callback) : args[0]
  const options = args.find((arg) => arg !== cached && arg.type === 'ObjectExpression') ?? args[2]
  const opener = openerOf(draft, call, args[0])
  const own: Comment[] = []
  for (const comment of commentsBetween(draft.parsed, gone.start, gone.end)) {
    if (kept.some((range) => holds(range, comment))) continue
    if (comment.start >= call.end) notes.invocation.push(comment)
    else if (comment.start < opener) notes.own.push(comment)
    else if (callback && holds(callback, comment)) {
      const isBody = comment.start > (arrowOf(draft, callback) ?? Infinity)
      ;(isBody ? notes.body : notes.own).push(comment)
    } else own.push(comment)
  }
  const ofArgs = attach(draft, args, own)
  const { above, behind, below } = ofArgs.get(cached as Node) ?? none()
  notes.own.push(...above, ...behind, ...below)
  const ofOptions = options && ofArgs.get(options)
  if (ofOptions) notes.life.above.push(...ofOptions.above)
  if (options?.type === 'ObjectExpression') settingNotes(draft, options, own, notes)
  if (ofOptions) lastNotes(draft, options, ofOptions, notes)
  const texts = [edit.revalidate, ...edit.tags]
  const isKept = (comment: Comment): boolean => {
    const text = draft.source.slice(comment.start, comment.end)
    return texts.some((one) => one.includes(text))
  }
  for (const setting of [notes.life, notes.tag])
    for (const key of ['above', 'behind', 'below'] as const)
      setting[key] = setting[key].filter((one) => !isKept(one)).sort((a, b) => a.start - b.start)
  notes.own.sort((a, b) => a.start - b.start)
  return notes
}

function none(): SettingNotes {
  return { above: [], behind: [], below: [] }
}

/** Offset of the parenthesis that opens the arguments. */
function openerOf(draft: Draft, call: Node, first: Node | undefined): number {
  let token = tokenFrom(
    draft.parsed,
    field(call, 'typeParameters')?.end ?? field(call, 'callee')?.end ?? call.start,
  )
  while (token && token.start < (first?.start ?? call.end) && draft.source[token.start] !== '(')
    token = tokenFrom(draft.parsed, token.end)
  return token?.start ?? call.start
}

/** Offset of the arrow of a function with an expression as its body. */
export function arrowOf(draft: Draft, callback: Node): number | null {
  const body = field(callback, 'body')
  if (callback.type !== 'ArrowFunctionExpression' || !body || body.type === 'BlockStatement') return null
  const from = field(callback, 'returnType')?.end ?? list(callback, 'params').at(-1)?.end ?? callback.start
  let token = tokenFrom(draft.parsed, from)
  while (token && token.start < body.start && draft.source.slice(token.start, token.end) !== '=>')
    token = tokenFrom(draft.parsed, token.end)
  return token?.start ?? null
}

/** Comments of `revalidate` and `tags`, beside and inside them. */
function settingNotes(draft: Draft, options: Node, comments: Comment[], notes: Notes): void {
  const properties = list(options, 'properties')
  const inside = comments.filter((comment) => holds(options, comment))
  for (const [property, { above, behind, below }] of attach(draft, properties, inside)) {
    const setting = settingOf(property, notes)
    setting.above.push(...above)
    setting.behind.push(...behind)
    setting.below.push(...below)
  }
  for (const property of properties) {
    const setting = settingOf(property, notes)
    const isOneLine = !hasNewline(draft.source, property.start, property.end)
    const within = inside.filter((comment) => holds(property, comment))
    ;(isOneLine ? setting.behind : setting.above).push(...within)
  }
  if (properties.length === 0) notes.life.above.push(...inside)
}

function settingOf(property: Node, { life, tag }: Notes): SettingNotes {
  return nameOf(field(property, 'key')) === 'tags' ? tag : life
}

/** Comments behind the options belong to a single setting, or to all of them. */
function lastNotes(draft: Draft, options: Node, { behind, below }: SettingNotes, notes: Notes): void {
  const [property, more] = list(options, 'properties')
  const isOneLine = !hasNewline(draft.source, options.start, options.end)
  if (property && !more && isOneLine) settingOf(property, notes).behind.push(...behind)
  else notes.life.above.push(...behind)
  notes.life.above.push(...below)
}

/** Gives each comment between the elements of a list to the element that it stands beside or above. */
function attach(draft: Draft, elements: Node[], comments: Comment[]): Map<Node, SettingNotes> {
  const notes = new Map<Node, SettingNotes>()
  const of = (element: Node): SettingNotes => {
    const known = notes.get(element) ?? none()
    notes.set(element, known)
    return known
  }
  for (const comment of comments) {
    if (elements.some((element) => holds(element, comment))) continue
    const before = elements.findLast(({ end }) => end <= comment.start)
    const next = elements.find(({ start }) => start >= comment.end)
    if (before && (!next || isBehind(draft, before, comment))) {
      const own = of(before)
      ;(hasNewline(draft.source, before.end, comment.start) ? own.below : own.behind).push(comment)
    } else if (next) of(next).above.push(comment)
  }
  return notes
}

/** True for a comment on the line of an element that does not lead over to the next element on that line. */
function isBehind({ parsed, source }: Draft, element: Node, comment: Comment): boolean {
  if (hasNewline(source, element.end, comment.start)) return false
  const next = tokenFrom(parsed, comment.end)
  return !next || source[next.start] === ',' || hasNewline(source, comment.end, next.start)
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
