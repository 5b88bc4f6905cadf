import type { Range } from '../plan/types.js'
import { field, list, type Node, nameOf, stringOf } from './ast.js'
import { wholeReference } from './callback.js'
import { prepareCallee, replaceModule } from './callee.js'
import { addTarget, type Draft, nodeAt, referenceOrigin, type Target } from './draft.js'
import { isDeep, originOf } from './origin.js'
import { isReExport } from './reference.js'
import type { Binding, Reference } from './scope.js'
import type { NameOf, Step } from './step.js'

/** Edit `rename`: a reference, an import specifier, a re-export or a key takes another name; aliases are kept. */
export function prepareRename(draft: Draft, at: Range, name: string): Step {
  const { parents, referenceOf } = draft.scopes
  const node = nodeAt(draft, at, ['Identifier'], 'name')
  const parent = parents.get(node)
  if (parent?.type === 'ExportSpecifier' && isReExport(parents.get(parent)))
    return renameReExport(draft, parent, name)
  const declared = declaredBinding(draft, node)
  if (declared) return renameBinding(draft, declared, name, parent ?? node)
  const whole = wholeReference(draft, node)
  if (whole !== node) {
    const callee = prepareCallee(draft, whole, name)
    return { range: whole, write: (nameOf) => replaceWith(draft, callee.name(nameOf)) }
  }
  const reference = shorthandReference(draft, node)
  const origin = referenceOrigin(draft, reference)
  if (!reference || !origin || origin.kind === 'namespace') return renameText(draft, node, name)
  if (reference.binding && reference.binding.name !== origin.imported)
    return renameBinding(draft, reference.binding, name, reference.node)
  const target = referenceTarget(draft, reference, name)
  return { range: reference.node, write: (nameOf) => writeReference(draft, reference, nameOf(target)) }

  /** In `{ a }` the same name is key and value; the value refers. */
  function shorthandReference(draft: Draft, identifier: Node): Reference | null {
    const holder = draft.scopes.parents.get(identifier)
    const value =
      holder?.type === 'ObjectProperty' && holder.shorthand === true ? field(holder, 'value') : null
    return referenceOf.get(value ?? identifier) ?? null
  }
}

/** The imported or destructured name that an identifier declares; key and value of a pattern both count. */
function declaredBinding(draft: Draft, node: Node): Binding | null {
  const parent = draft.scopes.parents.get(node)
  if (!parent || !/^(ImportSpecifier|ObjectProperty|AssignmentPattern)$/.test(parent.type)) return null
  for (const scope of draft.scopes.scopeOf.values())
    for (const binding of scope.bindings.values()) {
      const origin = originOf(binding, draft.scopes)
      if (origin?.kind === 'import' && origin.specifier === parent) return binding
      if (origin?.kind === 'pattern' && isWithin(node, origin.property)) return binding
    }
  return null
}

function isWithin(node: Node, outer: Node): boolean {
  return node.start >= outer.start && node.end <= outer.end
}

/** With an alias only the imported name changes; without one every reference does. */
function renameBinding(draft: Draft, binding: Binding, name: string, shown: Node): Step {
  const origin = originOf(binding, draft.scopes)
  if (!origin || origin.kind === 'namespace') return { range: shown, write: () => {} }
  if (binding.name !== origin.imported || binding.references.length === 0) {
    if (!draft.renamings.some((renaming) => renaming.binding === binding))
      draft.renamings.push({ binding, origin, api: name })
    return { range: shown, write: () => {} }
  }
  const targets = binding.references.map((reference) => ({
    reference,
    target: referenceTarget(draft, reference, name),
  }))
  return {
    range: shown,
    write(nameOf: NameOf) {
      for (const { reference, target } of targets) writeReference(draft, reference, nameOf(target))
    },
  }
}

function referenceTarget(draft: Draft, reference: Reference, name: string): Target {
  const known = draft.targets.find((target) => target.reference === reference)
  return known ?? addTarget(draft, name, reference.node, reference)
}

/** Writes another name where a reference stands; the outside of `{ name }` and `export { name }` stays. */
export function writeReference(draft: Draft, { node }: Reference, local: string): void {
  const old = nameOf(node)
  if (old === local) return
  const parent = draft.scopes.parents.get(node)
  const shorthand = parent?.type === 'ObjectProperty' && parent.shorthand === true
  const exported = parent?.type === 'ExportSpecifier' && field(parent, 'exported')?.start === node.start
  if (shorthand) draft.edits.replace(node.start, node.end, `${old}: ${local}`)
  else if (exported) draft.edits.replace(node.start, node.end, `${local} as ${old}`)
  else draft.edits.replace(node.start, node.end, local)
}

/** The exported name stays, so that importers of the barrel need no change. */
function renameReExport(draft: Draft, specifier: Node, name: string): Step {
  const local = field(specifier, 'local') ?? specifier
  const exported = field(specifier, 'exported') ?? local
  const outside = nameOf(exported)
  const declaration = draft.scopes.parents.get(specifier)
  const source = declaration && field(declaration, 'source')
  return {
    range: specifier,
    write() {
      const text = outside === name ? name : `${name} as ${outside}`
      const kind = specifier.exportKind === 'type' ? 'type ' : ''
      draft.edits.replace(specifier.start, specifier.end, kind + text)
      const alone = declaration && list(declaration, 'specifiers').length === 1
      if (source && alone && isDeep(stringOf(source) ?? '')) replaceModule(draft, source)
    },
  }
}

function renameText(draft: Draft, node: Node, name: string): Step {
  const parent = draft.scopes.parents.get(node)
  const shorthand = parent?.type === 'ObjectProperty' && parent.shorthand === true
  const text = shorthand ? `${name}: ${nameOf(node)}` : name
  return { range: node, write: () => draft.edits.replace(node.start, node.end, text) }
}

function replaceWith(draft: Draft, { start, end, text }: { start: number; end: number; text: string }): void {
  if (draft.source.slice(start, end) !== text) draft.edits.replace(start, end, text)
}
