import { ownTextKey } from '../../cache/tag-helpers/own-text.js'
import type { WrittenTag } from '../../cache/tag-helpers/types.js'
import { entityName, levelOf, qualifierOf, type Subject, subjectOf } from '../../cache/tag-helpers/words.js'
import type { Text } from '../../cache/values/types.js'
import { byCodeUnit } from '../../workspace/paths.js'
import type { Workspace } from '../../workspace/types.js'
import type { Group, InlineTag, TagString } from './types.js'

/** The inline tags that can be written again, each at its place. */
export function inlineTags(written: readonly WrittenTag[]): InlineTag[] {
  return written.flatMap((one): InlineTag[] => {
    const { tag } = one
    if (tag.kind !== 'inline' || !tag.text) return []
    return [{ file: tag.node.getSourceFile().fileName, node: tag.node, own: tag.text, written: one }]
  })
}

/**
 * Groups inline tags by what they are about, in each app: `posts` and `` `post-${id}` `` are about posts, and so is
 * `posts-featured` beside them.
 */
export function groupsOf(workspace: Workspace, tags: readonly InlineTag[]): Group[] {
  const homes = homesOf(workspace, tags)
  return [...homes]
    .flatMap(([home, own]) => groupsAt(home, own))
    .sort((a, b) => byCodeUnit(a.entity, b.entity))
}

/** Apps have caches of their own, so each has its groups; what a package shares belongs to all of them. */
function homesOf(workspace: Workspace, tags: readonly InlineTag[]): Map<string | null, InlineTag[]> {
  const byWords = new Map<string, InlineTag[]>()
  for (const tag of tags) {
    const key = subjectOf(textOf([tag])).words.join(' ')
    byWords.set(key, [...(byWords.get(key) ?? []), tag])
  }
  const homes = new Map<string | null, InlineTag[]>()
  const add = (home: string | null, tag: InlineTag): void => {
    homes.set(home, [...(homes.get(home) ?? []), tag])
  }
  for (const own of byWords.values()) {
    const apps = own.map(({ file }) => workspace.appOf(file))
    const places = new Set(own.map(({ file }) => homeOf(workspace, file)))
    const isSpread = places.size > 1 && apps.some((app) => app === null)
    for (const tag of own) add(isSpread ? null : homeOf(workspace, tag.file), tag)
  }
  return homes
}

/** The folder of the app, else that of the package. */
export function homeOf(workspace: Workspace, file: string): string {
  return workspace.appOf(file)?.dir ?? workspace.packageOf(file)?.dir ?? ''
}

function groupsAt(home: string | null, tags: readonly InlineTag[]): Group[] {
  const byKey = new Map<string, InlineTag[]>()
  for (const tag of tags) {
    const key = ownTextKey(tag.own)
    byKey.set(key, [...(byKey.get(key) ?? []), tag])
  }
  const strings = [...byKey].map(([key, own]) => {
    const text = textOf(own)
    return { key, text, subject: subjectOf(text), tags: own }
  })
  const entities = new Set(strings.map(({ subject }) => subject.words.join(' ')))
  const groups = new Map<string, Group>()
  for (const { key, text, subject, tags: own } of strings) {
    const count = entityLength(subject, entities)
    const about: Subject = {
      ...subject,
      words: subject.words.slice(0, count),
      spelled: subject.spelled.slice(0, count),
    }
    const id = about.words.join(' ')
    const group = groups.get(id) ?? { entity: entityName(about), strings: [], home }
    groups.set(id, group)
    const string: TagString = {
      key,
      text,
      level: levelOf(text, subject),
      qualifier: qualifierOf(text, about.words),
      plural: subject.plural,
      tags: own,
    }
    group.strings.push(string)
  }
  return [...groups.values()]
}

/** How many words name the entity: fewer than all where a tag of the first ones alone exists too. */
function entityLength({ words }: Subject, entities: ReadonlySet<string>): number {
  for (let count = 1; count < words.length; count++)
    if (entities.has(words.slice(0, count).join(' '))) return count
  return words.length
}

/** The string, with each hole called as most places call it. */
function textOf(tags: readonly InlineTag[]): Text {
  const [first] = tags
  const parts = first?.own.parts ?? []
  return {
    parts: parts.map((part, index) => {
      if (typeof part === 'string') return part
      const names = tags.map(({ own }) => nameOf(own.parts[index]))
      return { expression: null, name: mostFrequent(names) }
    }),
  }
}

function nameOf(part: InlineTag['own']['parts'][number] | undefined): string {
  if (part === undefined || typeof part === 'string') return ''
  const text = part
    .getText()
    .replace(/\s+/g, '')
    .replace(/[?!]\./g, '.')
    .replace(/!$/, '')
  // `String(id)`, `id.toString()`: what is inside names it.
  return text.replace(/^\w+\(([\w.]+)\)$/, '$1').replace(/\.\w+\(\)$/, '')
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
