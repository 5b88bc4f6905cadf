import type { ProjectImport } from '../../plan/types.js'
import { field, list, type Node, stringOf, text } from '../ast.js'
import type { Draft } from '../draft.js'
import type { Names } from '../names.js'
import { originOf } from '../origin.js'
import { type Binding, lookup, type Scope, scopeAround } from '../scope.js'

/** A name from a module of the project, and the places of one file that need it. */
export interface ProjectName extends ProjectImport {
  scopes: Scope[]
  /** What the file calls it; settled when all names are known. */
  local: string
  /** True where an import has to bring it in. */
  isNew: boolean
}

/** Registers what code at a place needs. */
export function needProjectNames(draft: Draft, node: Node, imports: readonly ProjectImport[]): ProjectName[] {
  const scope = scopeAround(draft.scopes, node)
  return imports.map(({ name, from }) => {
    const known = draft.projectNames.find((one) => one.name === name && one.from === from)
    if (known) {
      known.scopes.push(scope)
      return known
    }
    const made: ProjectName = { name, from, scopes: [scope], local: name, isNew: false }
    draft.projectNames.push(made)
    return made
  })
}

/** Settles what each name is called here: as the file knows it, by its own name, else by a name that is free. */
export function resolveProjectNames(draft: Draft, names: Names): void {
  for (const wanted of draft.projectNames) {
    const own = ownNames(draft, wanted).find(
      (binding) =>
        !names.dead.has(binding) && wanted.scopes.every((scope) => lookup(scope, binding.name) === binding),
    )
    if (own) wanted.local = own.name
    else {
      wanted.local = freeName(draft, names, wanted)
      wanted.isNew = true
    }
  }
}

/** Text in which the names of modules read as this file calls them. */
export function withLocalNames(source: string, names: readonly ProjectName[]): string {
  return names.reduce((result, { name, local }) => {
    if (name === local) return result
    const word = `${name.replaceAll('$', '\\$')}(?![\\p{ID_Continue}$])`
    // A helper call begins with its name; an argument of the same name means something else.
    const leading = new RegExp(`^${word}`, 'u')
    if (leading.test(result)) return result.replace(leading, () => local)
    return result.replace(new RegExp(`(?<![\\p{ID_Continue}$.])${word}`, 'gu'), () => local)
  }, source)
}

/** Value bindings of the module under which the file already knows the export. */
function ownNames(draft: Draft, { name, from }: ProjectImport): Binding[] {
  return [...draft.scopes.module.bindings.values()].filter((binding) => {
    const origin = originOf(binding, draft.scopes)
    if (!origin || origin.kind === 'namespace' || origin.module !== from || origin.imported !== name)
      return false
    return origin.kind === 'pattern' || !origin.typeOnly
  })
}

/** `postTags`, else `postTags2`, `postTags3`, ... */
function freeName(draft: Draft, names: Names, wanted: ProjectName): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted.name : `${wanted.name}${count}`
    if (!isTaken(draft, names, name, wanted)) return name
  }
}

function isTaken(draft: Draft, names: Names, name: string, wanted: ProjectName): boolean {
  const { module, references } = draft.scopes
  const alive = (binding: Binding | null | undefined): boolean => !!binding && !names.dead.has(binding)
  return (
    alive(module.bindings.get(name)) ||
    draft.declared.has(name) ||
    wanted.scopes.some((scope) => alive(lookup(scope, name))) ||
    names.needs.some(({ local }) => local === name) ||
    draft.projectNames.some((other) => other !== wanted && other.isNew && other.local === name) ||
    references.some(({ node, binding }) => !binding && node.name === name)
  )
}

/** The declaration that new names of a module join: one with braces that imports values. */
export function joinableImport(draft: Draft, from: string): Node | null {
  const found = list(draft.scopes.program, 'body').find(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      stringOf(field(statement, 'source')) === from &&
      !/^type(of)?$/.test(text(statement, 'importKind') ?? '') &&
      list(statement, 'specifiers').some(({ type }) => type === 'ImportSpecifier'),
  )
  return found ?? null
}

/** What stands between the braces: `postTags`, `postTags as postTags2`. */
export function specifierText({ name, local }: ProjectName): string {
  return name === local ? name : `${name} as ${local}`
}
