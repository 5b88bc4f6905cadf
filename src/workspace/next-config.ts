import { ts } from '@ts-morph/common'
import { type FlagValues, isOn, readFlags } from './config-flags.js'
import {
  type ConfigReader,
  definitionOf,
  each,
  importsOf,
  maxHops,
  nameOf,
  parse,
  settingOf,
  unwrap,
} from './config-values.js'

export type { ConfigReader } from './config-values.js'

export interface NextConfigFacts {
  cacheProfiles: string[]
  /** True where the config switches it on; false where that cannot be told. */
  cacheComponents: boolean
  /** The same for the settings of `experimental` that allow `'use cache'`. */
  useCache: boolean
  customCacheHandler: boolean
  /** Null where the config does not write them as a literal list. */
  pageExtensions: string[] | null
  /** `''` where none is written, null where it is no literal. */
  basePath: string | null
  trailingSlash: boolean
  /** True where `rewrites` or `i18n` is written and not off. */
  rewrites: boolean
}

const handlerNames = new Set(['cacheHandler', 'cacheHandlers', 'incrementalCacheHandlerPath'])
const words =
  /cacheLife|cacheHandler|incrementalCacheHandlerPath|pageExtensions|cacheComponents|useCache|dynamicIO|basePath|trailingSlash|rewrites|i18n/

function isOff(node: ts.Expression): boolean {
  const value = unwrap(node)
  if (ts.isIdentifier(value)) return value.text === 'undefined'
  return value.kind === ts.SyntaxKind.NullKeyword || value.kind === ts.SyntaxKind.FalseKeyword
}

/** Property names of an object literal, its spreads and the variables it comes from included. */
function keysOf(node: ts.Expression, source: ts.SourceFile, reader: ConfigReader, hops = 0): string[] {
  const value = unwrap(node)
  if (ts.isIdentifier(value) && hops <= maxHops) {
    const found = definitionOf(value.text, source, reader, hops)
    return found === null ? [] : keysOf(found[0], found[1], reader, hops + 1)
  }
  if (!ts.isObjectLiteralExpression(value)) return []
  return value.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return keysOf(property.expression, source, reader, hops + 1)
    const name = property.name === undefined ? null : nameOf(property.name)
    return name === null ? [] : [name]
  })
}

function literalStrings(node: ts.Expression): string[] | null {
  const value = unwrap(node)
  if (!ts.isArrayLiteralExpression(value)) return null
  const items = value.elements.map((element) => (ts.isStringLiteralLike(element) ? element.text : null))
  return items.includes(null) ? null : items.filter((item) => item !== null)
}

function literalString(node: ts.Expression): string | null {
  const value = unwrap(node)
  return ts.isStringLiteralLike(value) ? value.text : null
}

/**
 * Reads the settings that matter here from a next.config without running it. They are taken wherever in the
 * file they are written, since configs are functions, wrapped by plugins, or put together from pieces; files
 * of the tree that the config imports are read too when they mention such a setting.
 */
export function readNextConfig(file: string, reader: ConfigReader): NextConfigFacts {
  const facts: NextConfigFacts = {
    cacheProfiles: [],
    cacheComponents: false,
    useCache: false,
    customCacheHandler: false,
    pageExtensions: null,
    basePath: '',
    trailingSlash: false,
    rewrites: false,
  }
  const flags: FlagValues = { cacheComponents: [], useCache: [] }
  const seen = new Set<string>()

  function read(at: string, hops: number): void {
    const text = reader.text(at)
    if (seen.has(at) || text === undefined) return
    seen.add(at)
    if (hops > 0 && !words.test(text)) return
    const source = parse(at, text)
    each(source, (node) => {
      if (ts.isMethodDeclaration(node) && nameOf(node.name as ts.PropertyName) === 'rewrites')
        facts.rewrites = true
      const [name, value] = settingOf(node) ?? []
      if (name === undefined || value === undefined) return
      if (name === 'cacheLife') facts.cacheProfiles.push(...keysOf(value, source, reader))
      else if (handlerNames.has(name)) facts.customCacheHandler ||= !isOff(value)
      else if (name === 'pageExtensions') facts.pageExtensions ??= literalStrings(value)
      // A rule of `rewrites` may have `basePath: false` of its own.
      else if (name === 'basePath' && !isOff(value)) facts.basePath = literalString(value)
      else if (name === 'trailingSlash') facts.trailingSlash ||= !isOff(value)
      else if (name === 'i18n' || name === 'rewrites') facts.rewrites ||= !isOff(value)
    })
    readFlags(source, reader, flags)
    if (hops >= maxHops) return
    for (const specifier of importsOf(source)) {
      const imported = reader.resolve(specifier, at)
      if (imported !== null) read(imported, hops + 1)
    }
  }

  read(file, 0)
  facts.cacheComponents = isOn(flags.cacheComponents)
  facts.useCache = isOn(flags.useCache)
  facts.cacheProfiles = [...new Set(facts.cacheProfiles)].sort()
  return facts
}
