import { ts } from '@ts-morph/common'
import { builtIn } from './built-ins.js'
import { causeOf } from './cause.js'
import type { Checked } from './program.js'
import type { Plain } from './types.js'

/** What a look into a type found. */
export interface Judgement {
  plain: Plain
  why: string
  rich: string[]
}

/** Where in the value a type stands, and the code that gave it its type. */
interface Place {
  path: string
  origin: ts.Node
  depth: number
}

/** Types may nest without end (`interface Box<T> { next: Box<Box<T>> }`); deeper or wider ones are unknown. */
const maxDepth = 20
const maxTypes = 3000

/**
 * Whether values of a type pass a `'use cache'` function unchanged.
 *
 * @param origin the expression or declaration that has the type: where the blame for a missing one is looked for
 */
export function judge(checked: Checked, type: ts.Type, origin: ts.Node): Judgement {
  const { checker, program } = checked
  const rich = new Set<string>()
  const seen = new Set<ts.Type>()
  let no: string | null = null
  let unknown: string | null = null

  const refuse = ({ path }: Place, what: string) => {
    no ??= `${subject(path)} is ${what}`
  }
  const doubt = ({ path }: Place, what: string) => {
    unknown ??= `${path === '' ? 'its type' : `the type of ${subject(path)}`} ${what}`
  }
  const inside = (place: Place, step: string, origin = place.origin): Place => ({
    path: step.startsWith('[') || place.path === '' ? `${place.path}${step}` : `${place.path}.${step}`,
    origin,
    depth: place.depth + 1,
  })

  function visit(at: ts.Type, place: Place): void {
    if (no !== null || isPrimitive(at)) {
      if (at.flags & ts.TypeFlags.BigIntLike) rich.add('BigInt')
      return
    }
    if (at.flags & ts.TypeFlags.Any) return doubt(place, causeOf(checked, place.origin) ?? 'is `any`')
    if (at.flags & ts.TypeFlags.Unknown) return doubt(place, causeOf(checked, place.origin) ?? 'is `unknown`')
    if (at.flags & ts.TypeFlags.ESSymbolLike) return doubt(place, 'is a symbol')
    if (at.flags & ts.TypeFlags.TypeParameter) return doubt(place, `is the type parameter ${at.symbol.name}`)
    if (seen.has(at)) return
    seen.add(at)
    if (place.depth > maxDepth || seen.size > maxTypes)
      return doubt(place, 'is too large to be looked through')
    if (at.isUnion()) {
      for (const part of at.types) visit(part, place)
    } else if (at.isIntersection()) {
      // `string & { brand: 'id' }` is a string at run time.
      if (at.types.some(isPrimitive)) return
      for (const part of at.types) if (!isEmpty(part)) visit(part, place)
    } else if (at.flags & ts.TypeFlags.Object) visitObject(at, place)
    else if (at.flags & ts.TypeFlags.NonPrimitive) doubt(place, 'may be anything')
    else doubt(place, 'depends on a type parameter')
  }

  function visitObject(at: ts.Type, place: Place): void {
    const { symbol } = at
    if (at.getConstructSignatures().length > 0) return refuse(place, 'a class')
    if (at.getCallSignatures().length > 0) return refuse(place, 'a function')
    if (checker.isTupleType(at)) return visitArguments(at, place)
    const known = builtIn(program, at)
    if (known && known.treatment !== 'data') {
      if (known.rich !== null) rich.add(known.rich)
      if (known.treatment === 'holder') visitArguments(at, place)
      else if (known.treatment === 'promise') doubt(place, 'is a promise')
      else if (known.treatment === 'open') doubt(place, 'is `Object`')
      else if (known.treatment === 'instance')
        refuse(place, known.name === 'Function' ? 'a function' : article(known.name))
      return
    }
    if (symbol && symbol.flags & ts.SymbolFlags.Class)
      return refuse(place, `an instance of the class ${symbol.name}`)
    if (symbol && symbol.flags & ts.SymbolFlags.ValueModule) return refuse(place, 'a module')
    const bag = isEmpty(at) && !isLiteral(at)
    if (bag) return doubt(place, causeOf(checked, place.origin) ?? 'may be anything')
    for (const property of checker.getPropertiesOfType(at)) {
      const declared = property.valueDeclaration ?? property.declarations?.[0]
      visit(checker.getTypeOfSymbol(property), inside(place, nameOf(property), declared))
    }
    for (const { type: value, declaration } of checker.getIndexInfosOfType(at))
      visit(value, inside(place, '[]', declaration))
  }

  function visitArguments(at: ts.Type, place: Place): void {
    for (const part of checker.getTypeArguments(at as ts.TypeReference)) visit(part, inside(place, '[]'))
  }

  function isEmpty(at: ts.Type): boolean {
    const isObject = (at.flags & ts.TypeFlags.Object) !== 0
    const members = checker.getPropertiesOfType(at).length + checker.getIndexInfosOfType(at).length
    return isObject && members + at.getCallSignatures().length + at.getConstructSignatures().length === 0
  }

  visit(type, { path: '', origin, depth: 0 })
  return {
    plain: no !== null ? 'no' : unknown !== null ? 'unknown' : 'yes',
    why: no ?? unknown ?? '',
    rich: [...rich].sort(),
  }
}

function isPrimitive({ flags }: ts.Type): boolean {
  const plain =
    ts.TypeFlags.StringLike |
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BigIntLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.VoidLike |
    ts.TypeFlags.Null |
    ts.TypeFlags.Never |
    ts.TypeFlags.EnumLike
  return (flags & plain) !== 0
}

/** `{}` as written in code, and not the type that stands for everything. */
function isLiteral(type: ts.Type): boolean {
  return ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.ObjectLiteral) !== 0
}

/** TypeScript numbers the names that are symbols: `__@iterator@34`. */
function nameOf({ name }: ts.Symbol): string {
  return name.replace(/^__@(.*)@\d+$/, 'Symbol.$1')
}

function subject(path: string): string {
  if (path === '') return 'it'
  return path === '[]' ? 'an element of it' : `its member "${path}"`
}

function article(name: string): string {
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`
}
