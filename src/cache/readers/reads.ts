import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { lineOf } from '../../graph/syntax.js'
import type { Unit } from '../../graph/types.js'
import { type Frame, type Look, lookFrom, type Place } from '../values/place.js'
import { isAbsent, isParameter } from './given.js'
import { lifetimeAt, textAt } from './lifetime.js'
import { noSettings, oneOf, type Settings, settingsAt } from './settings.js'
import { tagsAt } from './tags.js'
import type { Mark, Read, ReadKind } from './types.js'

/** A read that says nothing of caches yet, at a node. */
export function readAt(node: ts.Node, kind: ReadKind, what: string, unit: Unit | null = null): Read {
  const source = node.getSourceFile()
  const start = node.getStart(source)
  return {
    file: source.fileName,
    line: lineOf(source, start),
    column: source.getLineAndCharacterOfPosition(start).character + 1,
    kind,
    what: shortened(what),
    cached: kind !== 'uncached' && kind !== 'fetch',
    tags: [],
    complete: true,
    revalidate: null,
    life: null,
    unit,
    node,
    plain: false,
  }
}

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}

export interface Options {
  read: Read
  /** True where a parameter decides. */
  open: boolean
  /** Whether it is `no-store` or `revalidate: 0`, which make the page dynamic. */
  noStore: 'yes' | 'no' | 'maybe'
}

/**
 * A fetch with the options it was given. In the data cache is only what says so: `force-cache`, or `revalidate` above
 * 0 or false; tags alone do not (docs/next16.md, fetch tags).
 */
export function fetchRead(
  graph: Graph,
  given: { node: ts.Expression; options: ts.Expression | undefined; frame: Frame | null; at: ts.Node | null },
): Options {
  const { options, frame, at, node } = given
  const look = lookFrom(graph, at ?? node)
  const read = readAt(at ?? node, 'fetch', shownCall(at ?? node))
  if (!options) return { read: { ...read, plain: true }, open: false, noStore: 'no' }
  const outer = settingsAt(look, { node: options, frame })
  const next = oneOf([
    ...(outer.values.get('next') ?? []).map((place) => settingsAt(look, place)),
    ...(outer.maybe.has('next') ? [noSettings()] : []),
  ])
  const tags = tagsAt(look, next.values.get('tags') ?? [])
  const revalidate = lifetimeAt(look, next.values.get('revalidate') ?? [])
  const modes = (outer.values.get('cache') ?? []).map((place) => modeAt(look, place))
  if (outer.maybe.has('cache')) modes.push(null)
  const unknown = outer.unknown || next.unknown || modes.includes('unknown')
  const isOpen = outer.open || next.open || tags.open || anyParameter(look, [outer, next])
  const cached = isCached(modes, next.maybe.has('revalidate') ? 'unknown' : revalidate, unknown)
  const isNever = cached === false && (revalidate === 0 || (modes.length > 0 && modes.every(isNoStore)))
  return {
    read: {
      ...read,
      tags: tags.tags,
      complete: tags.complete && !outer.unknown && !next.unknown,
      revalidate,
      cached,
      plain: modes.length === 0 && revalidate === null && !unknown,
    },
    open: isOpen,
    noStore: cached === 'unknown' ? 'maybe' : isNever ? 'yes' : 'no',
  }
}

function modeAt(look: Look, place: Place): string | null {
  const text = textAt(look, place)
  if (text !== null) return text
  const isMissing = isAbsent(look, place) || (ts.isIdentifier(place.node) && place.node.text === 'undefined')
  return isMissing ? null : 'unknown'
}

function isNoStore(mode: string | null): boolean {
  return mode === 'no-store' || mode === 'no-cache'
}

function isCached(
  modes: readonly (string | null)[],
  revalidate: Read['revalidate'],
  unknown: boolean,
): Read['cached'] {
  const isKept = revalidate === false || (typeof revalidate === 'number' && revalidate > 0)
  const said = modes.filter((mode) => mode !== null && mode !== 'default')
  if (unknown || revalidate === 'unknown') return 'unknown'
  if (said.length > 0 && said.every(isNoStore)) return said.length === modes.length ? false : 'unknown'
  if (said.some(isNoStore)) return 'unknown'
  if (isKept) return true
  if (said.includes('force-cache')) return said.length === modes.length ? true : 'unknown'
  return false
}

function anyParameter(look: Look, all: readonly Settings[]): boolean {
  return all.some(({ values }) =>
    ['cache', 'next', 'tags', 'revalidate'].some((name) =>
      (values.get(name) ?? []).some((place) => isParameter(look, place)),
    ),
  )
}

/** An `unstable_cache` entry with what its options say. */
export function unstableCacheRead(
  graph: Graph,
  given: {
    node: ts.CallExpression
    options: ts.Expression | undefined
    frame: Frame | null
    at: ts.Node | null
    name: string
  },
): Options {
  const { options, frame, at, node, name } = given
  const look = lookFrom(graph, at ?? node)
  const read = readAt(at ?? node, 'unstable_cache', name)
  if (!options) return { read, open: false, noStore: 'no' }
  const settings = settingsAt(look, { node: options, frame })
  const tags = tagsAt(look, settings.values.get('tags') ?? [])
  const revalidate = lifetimeAt(look, settings.values.get('revalidate') ?? [])
  return {
    read: {
      ...read,
      tags: tags.tags,
      complete: tags.complete && !settings.unknown,
      revalidate,
    },
    open: settings.open || tags.open,
    noStore: 'no',
  }
}

/** The mark that a fetch leaves on the page around it; null where it is stored or says nothing. */
export function fetchMark({ read, noStore }: Options, sure: boolean): Mark | null {
  const { file, line, revalidate } = read
  if (noStore === 'no') return null
  if (noStore === 'maybe') return { file, line, why: 'a fetch that may not be stored', sure: false }
  const why = revalidate === 0 ? 'a fetch with revalidate: 0' : 'a fetch that is not stored'
  return { file, line, why, sure }
}

function shownCall(node: ts.Node): string {
  return ts.isCallExpression(node)
    ? `${node.expression.getText()}(${node.arguments[0]?.getText() ?? ''})`
    : node.getText()
}
