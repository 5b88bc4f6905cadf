import { ts } from '@ts-morph/common'

/**
 * How React's serialisation, which carries the arguments and results of `'use cache'` functions, treats an object of
 * the language: `kept` as it is, or `holder` of other types. Everything else that a constructor makes is lost or throws.
 * https://react.dev/reference/rsc/use-client#serializable-types
 */
const treatments = new Map<string, 'kept' | 'holder' | 'promise' | 'open'>([
  ['Date', 'kept'],
  ['FormData', 'kept'],
  ['ArrayBuffer', 'kept'],
  ['DataView', 'kept'],
  ...['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64'].map(
    (name): [string, 'kept'] => [`${name}Array`, 'kept'],
  ),
  ['BigInt64Array', 'kept'],
  ['BigUint64Array', 'kept'],
  ['Map', 'holder'],
  ['ReadonlyMap', 'holder'],
  ['Set', 'holder'],
  ['ReadonlySet', 'holder'],
  ['Array', 'holder'],
  ['ReadonlyArray', 'holder'],
  ['Promise', 'promise'],
  ['PromiseLike', 'promise'],
  ['Object', 'open'],
])

const rich = new Map([
  ['Date', 'Date'],
  ['Map', 'Map'],
  ['ReadonlyMap', 'Map'],
  ['Set', 'Set'],
  ['ReadonlySet', 'Set'],
])

export interface BuiltIn {
  name: string
  /** `instance`: of a class or with methods, such as `URL`; `data`: an interface to look into. */
  treatment: 'kept' | 'holder' | 'promise' | 'open' | 'instance' | 'data'
  /** The name under which a fact lists it; null where JSON keeps it, or drops it with all else. */
  rich: string | null
}

/** What an object type is in the library of the language and the browser; null when it is declared elsewhere. */
export function builtIn(program: ts.Program, type: ts.Type): BuiltIn | null {
  const { symbol } = type
  if (!symbol || !(symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class))) return null
  const own = symbol.declarations?.some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile()))
  if (!own) return null
  const { name } = symbol
  const treatment = treatments.get(name)
  if (treatment) return { name, treatment, rich: rich.get(name) ?? null }
  // `declare var URL: { new (...): URL }` stands beside the interface of everything that has a constructor.
  const isInstance = (symbol.flags & ts.SymbolFlags.Value) !== 0 || type.getProperties().some(isMethod)
  return { name, treatment: isInstance ? 'instance' : 'data', rich: null }
}

function isMethod(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Method) !== 0
}
