import type { Range } from '../plan/types.js'
import type { Node } from './ast.js'
import { EditError } from './errors.js'
import { findNodes } from './find.js'
import { type Origin, originOf } from './origin.js'
import { type Parsed, parse } from './parse.js'
import type { ProjectName } from './project-import/names.js'
import { type Binding, findScopes, type Reference, type Scope, type Scopes, scopeAround } from './scope.js'
import { detectStyle, type Style } from './style.js'
import { type TextEdits, textEdits } from './text-edits.js'

/** A place that has to name an API of `next/cache`; what it writes is settled when all places are known. */
export interface Target {
  api: string
  scope: Scope
  /** The reference that goes away when another name is written; null where none does. */
  reference: Reference | null
  /** True where the name need not come from `next/cache`: a test's own mock. */
  mock: boolean
  /** True where the function stays the same, whatever a module of the project calls it. */
  same: boolean
}

/** A declaration that keeps its local name and only names another API, `unstable_cacheTag as tagIt`. */
export interface Renaming {
  binding: Binding
  origin: Origin & { kind: 'import' | 'pattern' }
  api: string
}

/** A property that moves out of the object that holds it, under a name. */
export interface Lift {
  property: Node
  name: string
}

/** All that is known about one file while its edits are prepared. */
export interface Draft {
  file: string
  source: string
  parsed: Parsed
  scopes: Scopes
  style: Style
  edits: TextEdits
  targets: Target[]
  renamings: Renaming[]
  /** Settings that move to the object around theirs; written together, since they share commas and lines. */
  lifts: Lift[]
  /** Names from modules of the project that edits need. */
  projectNames: ProjectName[]
  /** References in code that goes away; imports that only they used go too. */
  dropped: Reference[]
  /** New code that is given as text: what it names stays in use. */
  written: string[]
  /** Names of new functions of the module. */
  declared: Set<string>
  /** Offsets at which new functions go. */
  hoists: Set<number>
}

/**
 * Parses a file and looks up its names and its style.
 *
 * @param source text without byte order mark
 * @throws EditError where the file does not parse
 */
export function openDraft(file: string, source: string): Draft {
  const parsed = parse(file, source)
  return {
    file,
    source,
    parsed,
    scopes: findScopes(parsed.program),
    style: detectStyle(source, parsed),
    edits: textEdits(source),
    targets: [],
    renamings: [],
    lifts: [],
    projectNames: [],
    dropped: [],
    written: [],
    declared: new Set(),
    hoists: new Set(),
  }
}

/** Registers a place that names an API. */
export function addTarget(
  draft: Draft,
  api: string,
  node: Node,
  reference: Reference | null,
  { mock = false, same = false }: Partial<Pick<Target, 'mock' | 'same'>> = {},
): Target {
  const target = { api, scope: reference?.scope ?? scopeAround(draft.scopes, node), reference, mock, same }
  draft.targets.push(target)
  return target
}

/**
 * The node of one of the types (or their subtypes) at exactly this range.
 *
 * @throws EditError where there is none: the plan belongs to another text
 */
export function nodeAt(
  draft: Draft,
  range: Range,
  types: Parameters<typeof findNodes>[2],
  what: string,
): Node {
  const [node] = findNodes(draft.parsed.program, range, types)
  if (node) return node
  const line = draft.source.slice(0, range.start).split(/\r\n|\r|\n/).length
  throw new EditError(draft.file, `has no ${what} at line ${line}; it changed since the plan, plan again`)
}

/** Where the binding of a reference comes from, null for local and global names. */
export function referenceOrigin(draft: Draft, reference: Reference | null): Origin | null {
  return reference?.binding ? originOf(reference.binding, draft.scopes) : null
}

export function sourceOf(draft: Draft, range: Range): string {
  return draft.source.slice(range.start, range.end)
}
