import type { Segment } from './types.js'

/** What a folder of the app router means. https://nextjs.org/docs/app/getting-started/project-structure */
export type Part =
  | { kind: 'segment'; segment: Segment }
  | { kind: 'group' }
  | { kind: 'slot'; name: string }
  | { kind: 'private' }
  /** `up`: how many segments of the URL it goes up; `Infinity` for `(...)`. */
  | { kind: 'interception'; up: number; segment: Segment }

const interception = /^(\(\.\)|(?:\(\.\.\))+|\(\.\.\.\))(.+)$/
const localeName = /^(?:locale|lang|lng|language|i18n)$/i

export function partOf(folder: string): Part {
  const [, marker, rest] = interception.exec(folder) ?? []
  if (marker !== undefined && rest !== undefined) {
    const up = marker === '(.)' ? 0 : marker === '(...)' ? Number.POSITIVE_INFINITY : marker.length / 4
    return { kind: 'interception', up, segment: segmentOf(rest) }
  }
  if (folder.startsWith('_')) return { kind: 'private' }
  if (folder.startsWith('@'))
    return folder === '@children' ? { kind: 'group' } : { kind: 'slot', name: folder }
  if (folder.startsWith('(') && folder.endsWith(')')) return { kind: 'group' }
  return { kind: 'segment', segment: segmentOf(folder) }
}

export function segmentOf(text: string): Segment {
  const segment = (kind: Segment['kind'], name: string): Segment => ({ kind, name, locale: false })
  const optional = /^\[\[\.\.\.(.+)\]\]$/.exec(text)?.[1]
  if (optional !== undefined) return segment('optional-catch-all', optional)
  const catchAll = /^\[\.\.\.(.+)\]$/.exec(text)?.[1]
  if (catchAll !== undefined) return segment('catch-all', catchAll)
  const dynamic = /^\[(.+)\]$/.exec(text)?.[1]
  if (dynamic !== undefined) return segment('dynamic', dynamic)
  // An escaped underscore starts a URL segment that is no private folder.
  return segment('static', text.replace(/^%5F/i, '_'))
}

/** The segments of the URL that a list of folders makes. */
export function segmentsOf(parts: readonly Part[]): Segment[] {
  let segments: Segment[] = []
  for (const part of parts) {
    if (part.kind === 'segment') segments.push(part.segment)
    if (part.kind === 'interception')
      segments = [...segments.slice(0, Math.max(0, segments.length - part.up)), part.segment]
  }
  return markLocale(segments)
}

export function markLocale(segments: readonly Segment[]): Segment[] {
  return segments.map((segment, index) => ({
    ...segment,
    locale: index === 0 && segment.kind === 'dynamic' && localeName.test(segment.name),
  }))
}

export function patternOf(segments: readonly Segment[]): string {
  return `/${segments.map(segmentText).join('/')}`
}

export function segmentText({ kind, name }: Segment): string {
  if (kind === 'static') return name
  if (kind === 'dynamic') return `[${name}]`
  return kind === 'catch-all' ? `[...${name}]` : `[[...${name}]]`
}

export function paramsOf(segments: readonly Segment[]): string[] {
  return segments.filter(({ kind }) => kind !== 'static').map(({ name }) => name)
}
