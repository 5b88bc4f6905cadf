import { field, list, type Node, nameOf, stringOf } from './ast.js'
import { replaceModule } from './callee.js'
import type { Draft } from './draft.js'
import { EditError } from './errors.js'
import { editList } from './list-edit.js'
import type { Names } from './names.js'
import { isDeep, originOf, publicNames } from './origin.js'
import { removeStatement } from './remove.js'

/** Brings `const { revalidateTag } = await import('next/cache')` and its like up to what the file uses. */
export function writePatterns(draft: Draft, names: Names): void {
  const touched = new Map<Node, { source: Node | null; dead: Set<Node> }>()
  for (const { pattern } of names.needs) if (pattern) touched.set(pattern, { source: null, dead: new Set() })
  for (const binding of names.dead) {
    const origin = originOf(binding, draft.scopes)
    if (origin?.kind !== 'pattern') continue
    const entry = touched.get(origin.pattern) ?? { source: null, dead: new Set() }
    entry.dead.add(origin.property)
    touched.set(origin.pattern, { source: origin.source, dead: entry.dead })
  }
  for (const [pattern, { source, dead }] of touched) {
    const added = names.needs.flatMap(({ pattern: home, api, local }) =>
      home === pattern ? [{ key: api, text: api === local ? api : `${api}: ${local}` }] : [],
    )
    writePattern(
      draft,
      pattern,
      dead,
      added.map(({ key, text }) => ({ key, text })),
    )
    if (source && isDeep(stringOf(source) ?? '')) moveModule(draft, pattern, dead, source)
  }
}

function writePattern(
  draft: Draft,
  pattern: Node,
  dead: Set<Node>,
  added: { key: string; text: string }[],
): void {
  // `...rest` has to stay last and is never taken away.
  const elements = list(pattern, 'properties').filter(({ type }) => type !== 'RestElement')
  if (added.length > 0 || elements.some((element) => !dead.has(element))) {
    // A pattern's end may take in a type annotation: the bracket is looked for from its last element.
    const closer = draft.source.indexOf('}', elements.at(-1)?.end ?? pattern.start)
    editList(draft, { elements, dead, added, opener: pattern.start, closer })
    return
  }
  const declarator = draft.scopes.parents.get(pattern)
  const declaration = declarator && draft.scopes.parents.get(declarator)
  const alone = declaration?.type === 'VariableDeclaration' && list(declaration, 'declarations').length === 1
  if (declaration && alone) removeStatement(draft, declaration)
  else draft.edits.replace(pattern.start, pattern.end, '{}')
}

function moveModule(draft: Draft, pattern: Node, dead: Set<Node>, source: Node): void {
  const kept = list(pattern, 'properties').filter((property) => !dead.has(property))
  if (kept.every((property) => publicNames.has(nameOf(field(property, 'key')) ?? ''))) {
    if (!draft.edits.touches(source)) replaceModule(draft, source)
    return
  }
  throw new EditError(draft.file, 'takes private names of Next.js from the same import; change it by hand')
}
