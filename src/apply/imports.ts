import { field, list, type Node, nameOf, stringOf, text } from './ast.js'
import { type Draft, sourceOf } from './draft.js'
import { insertImport } from './import-insert.js'
import { editList, type NewElement } from './list-edit.js'
import type { Names } from './names.js'
import { isDeep, isNextCache, nextCacheName, publicNames } from './origin.js'
import { insertProjectImports } from './project-import/insert.js'
import { joinableImport, specifierText } from './project-import/names.js'
import { removeStatement } from './remove.js'
import { tokenBefore, tokenFrom } from './tokens.js'

/** Adds the static imports that the edits need and removes those that they made unused. */
export function writeImports(draft: Draft, names: Names): void {
  const added = names.needs.flatMap(({ pattern, api, local }) =>
    pattern ? [] : [{ key: api, text: api === local ? api : `${api} as ${local}` }],
  )
  const dead = deadSpecifiers(draft, names)
  const declarations = list(draft.scopes.program, 'body').filter(({ type }) => type === 'ImportDeclaration')
  const touched = declarations.filter((one) =>
    list(one, 'specifiers').some((specifier) => dead.has(specifier)),
  )
  const joined = joiners(draft)
  const home = added.length > 0 ? homeDeclaration(declarations, touched, dead, draft, joined) : null
  for (const declaration of new Set([...(home ? [home] : []), ...touched, ...joined.keys()])) {
    const isHome = declaration === home
    const own = [...(isHome ? added : []), ...(joined.get(declaration) ?? [])]
    writeDeclaration(draft, declaration, dead, own, isHome)
  }
  if (added.length > 0 && !home)
    insertImport(
      draft,
      added.map((one) => one.text),
      touched,
    )
  const stays = (one: Node): boolean => one === home || joined.has(one)
  insertProjectImports(draft, (one) => !stays(one) && isEmptied(one, dead))
}

function isEmptied(declaration: Node, dead: ReadonlySet<Node>): boolean {
  const specifiers = list(declaration, 'specifiers')
  return specifiers.length > 0 && specifiers.every((one) => dead.has(one))
}

/** New names that join an import of the module they come from. */
function joiners(draft: Draft): Map<Node, NewElement[]> {
  const joined = new Map<Node, NewElement[]>()
  for (const one of draft.projectNames) {
    const declaration = one.isNew ? joinableImport(draft, one.from) : null
    if (!declaration) continue
    joined.set(declaration, [...(joined.get(declaration) ?? []), { key: one.name, text: specifierText(one) }])
  }
  return joined
}

function deadSpecifiers(draft: Draft, { dead }: Names): Set<Node> {
  const specifiers = new Set<Node>()
  for (const binding of dead) {
    const parent = draft.scopes.parents.get(binding.declarations[0] ?? draft.scopes.program)
    if (parent && /^Import(Default|Namespace)?Specifier$/.test(parent.type)) specifiers.add(parent)
  }
  return specifiers
}

/** The declaration that takes new names: of `next/cache`, else one that would be left empty. */
function homeDeclaration(
  declarations: Node[],
  touched: Node[],
  dead: ReadonlySet<Node>,
  draft: Draft,
  joined: ReadonlyMap<Node, NewElement[]>,
): Node | null {
  const values = declarations.filter((one) => text(one, 'importKind') !== 'type')
  const own = values.filter((one) => isNextCache(moduleOf(one)) && braces(draft, one))
  const free = (one: Node): boolean =>
    list(one, 'specifiers').every((specifier) => dead.has(specifier) || moves(one, specifier))
  return (
    own.find((one) => touched.includes(one)) ??
    own[0] ??
    touched.find((one) => values.includes(one) && free(one) && !joined.has(one)) ??
    null
  )
}

/** True for a name that `next/cache` exports too, so that it can move there from an inner module of Next.js. */
function moves(declaration: Node, specifier: Node): boolean {
  if (!isDeep(moduleOf(declaration)) || specifier.type !== 'ImportSpecifier') return false
  return publicNames.has(nameOf(field(specifier, 'imported')) ?? '')
}

function moduleOf(declaration: Node): string {
  return stringOf(field(declaration, 'source')) ?? ''
}

/** Offsets of the braces of an import declaration, null where it has none. */
function braces(draft: Draft, declaration: Node): { opener: number; closer: number } | null {
  const source = field(declaration, 'source')
  const from = source && tokenBefore(draft.parsed, source.start)
  const closer = from && tokenBefore(draft.parsed, from.start)
  if (!closer || draft.source[closer.start] !== '}') return null
  let opener = tokenFrom(draft.parsed, declaration.start)
  while (opener && draft.source[opener.start] !== '{') opener = tokenFrom(draft.parsed, opener.end)
  return opener ? { opener: opener.start, closer: closer.start } : null
}

function writeDeclaration(
  draft: Draft,
  declaration: Node,
  dead: ReadonlySet<Node>,
  added: NewElement[],
  isHome: boolean,
): void {
  const specifiers = list(declaration, 'specifiers')
  const source = field(declaration, 'source')
  const kept = specifiers.filter((specifier) => !dead.has(specifier))
  const brackets = braces(draft, declaration)
  if (kept.length === 0 && added.length === 0) {
    removeStatement(draft, declaration)
    return
  }
  if (source && isHome && !isNextCache(moduleOf(declaration))) {
    const quote = sourceOf(draft, source).charAt(0)
    draft.edits.replace(source.start, source.end, `${quote}${nextCacheName(draft.source)}${quote}`)
  }
  const named = specifiers.filter(({ type }) => type === 'ImportSpecifier')
  const others = specifiers.filter(({ type }) => type !== 'ImportSpecifier')
  const namedLeft = added.length > 0 || named.some((specifier) => !dead.has(specifier))
  dropOthers(draft, others, dead, brackets, namedLeft, added)
  if (!brackets || !namedLeft) {
    if (brackets && others.length > 0)
      draft.edits.replace(others.at(-1)?.end ?? brackets.opener, brackets.closer + 1, '')
    return
  }
  editList(draft, {
    elements: named,
    dead,
    added,
    ...brackets,
    keyOf: (specifier) => nameOf(field(specifier, 'imported')) ?? '',
  })
}

/** Default and namespace names that nothing uses any more. */
function dropOthers(
  draft: Draft,
  others: Node[],
  dead: ReadonlySet<Node>,
  brackets: { opener: number } | null,
  namedLeft: boolean,
  added: NewElement[],
): void {
  const gone = others.filter((one) => dead.has(one))
  const [first] = gone
  if (!first) return
  if (gone.length === others.length) {
    const end = others.at(-1)?.end ?? first.end
    if (brackets && namedLeft) draft.edits.replace(others[0]?.start ?? first.start, brackets.opener, '')
    else {
      const space = draft.style.bracketSpacing ? ' ' : ''
      const names = added.map((one) => one.text).join(', ')
      draft.edits.replace(others[0]?.start ?? first.start, end, `{${space}${names}${space}}`)
    }
    return
  }
  const stays = others.find((one) => !dead.has(one))
  if (!stays) return
  if (stays.start > first.start) draft.edits.replace(first.start, stays.start, '')
  else draft.edits.replace(stays.end, first.end, '')
}
