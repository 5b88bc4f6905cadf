import type { Draft } from '../draft.js'
import type { NameOf } from '../step.js'
import { quoted } from '../style.js'
import type { Part } from '../text-parts.js'
import { listText, noteParts, notesBehind } from './layout.js'
import type { Job, SettingNotes } from './types.js'

/** `'use cache'` in the file's quotes. */
export function directiveText({ style }: Draft): string {
  return quoted('use cache', style) + endOf(style)
}

export function endOf({ semicolons }: { semicolons: boolean }): string {
  return semicolons ? ';' : ''
}

/** `cacheLife(...)` with its comments, a list of lines. */
export function lifeLines({ draft, edit, notes, life }: Job, nameOf: NameOf, indent: string): Part[][] {
  const { style } = draft
  const space = style.bracketSpacing ? ' ' : ''
  const call = `${life(nameOf)}({${space}revalidate: ${edit.revalidate}${space}})${endOf(style)}`
  return withNotes(draft, call, notes.life, indent)
}

/** `cacheTag(...)` with its comments; no line without tags. */
export function tagLines({ draft, edit, notes, tag }: Job, nameOf: NameOf, indent: string): Part[][] {
  if (edit.tags.length === 0) return []
  const name = tag(nameOf)
  const end = endOf(draft.style)
  const args = listText(draft, edit.tags, { before: indent + name, after: end, indent })
  return withNotes(draft, name + args + end, notes.tag, indent)
}

function withNotes(
  draft: Draft,
  code: string,
  { above, behind, below }: SettingNotes,
  indent: string,
): Part[][] {
  return [
    ...noteParts(draft, above, indent),
    [code + notesBehind(draft, behind)],
    ...noteParts(draft, below, indent),
  ]
}
