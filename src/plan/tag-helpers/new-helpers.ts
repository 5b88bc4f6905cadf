import { camelCase, wordsOf } from '../../cache/tag-helpers/words.js'
import type { Text } from '../../cache/values/types.js'
import type { TagString } from './types.js'

/** A member of `invoiceTags` that is to be written. */
export interface NewMember {
  string: TagString
  name: string
  parameters: { name: string; type: string }[]
}

/**
 * Names the helpers of one entity: `all`, `list`, `record`, or the words that a tag has beyond the entity; those that
 * would be called alike are told apart by what they take.
 *
 * @param taken names that the object has already
 */
export function nameMembers(
  strings: readonly TagString[],
  taken: ReadonlySet<string>,
  typeOf: (string: TagString, hole: number) => string,
): NewMember[] {
  const used = new Set(taken)
  // Those that take least have the plain name; of `supplier` and `suppliers` the plural is the list.
  const ordered = [...strings].sort(
    (a, b) => holeCount(a.text) - holeCount(b.text) || Number(b.plural) - Number(a.plural),
  )
  const hasListOf = ordered.some((one) => baseName(one) === 'list' && holeCount(one.text) > 0)
  return ordered.map((string) => {
    const parameters = parametersOf(string, typeOf)
    const base = baseName(string)
    const plain = base === 'list' && parameters.length === 0 && hasListOf ? 'all' : base
    const by = parameters.map(({ name }) => capital(name)).join('And')
    const words = camelCase(
      string.text.parts.flatMap((part) => (typeof part === 'string' ? wordsOf(part) : [])),
    )
    const other = by === '' ? words : `${base}By${by}`
    const name = [plain, other].find((one) => isName(one) && !used.has(one)) ?? numbered(plain, used)
    used.add(name)
    return { string, name, parameters }
  })
}

function baseName({ qualifier, level }: TagString): string {
  const name = camelCase(qualifier)
  return isName(name) ? name : level
}

function isName(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
}

function holeCount({ parts }: Text): number {
  return parts.filter((part) => typeof part !== 'string').length
}

function numbered(name: string, used: ReadonlySet<string>): string {
  for (let count = 2; ; count++) if (!used.has(`${name}${count}`)) return `${name}${count}`
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function parametersOf(
  string: TagString,
  typeOf: (string: TagString, hole: number) => string,
): NewMember['parameters'] {
  const used = new Set<string>()
  return string.text.parts
    .filter((part) => typeof part !== 'string')
    .map((hole, index) => {
      const plain = parameterName(hole.name)
      const name = used.has(plain) ? numbered(plain, used) : plain
      used.add(name)
      return { name, type: typeOf(string, index) }
    })
}

/** `id` of `invoice.id`, `orgId` of `session.orgId`, `authorId` of `post.author.id`. */
function parameterName(hole: string): string {
  const chain = hole.split('.').filter((part) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(part))
  const last = chain.at(-1)
  if (last === undefined) return 'id'
  const owner = chain.at(-2)
  const name = chain.length > 2 && owner && last === 'id' ? `${owner}Id` : last
  const camel = camelCase(wordsOf(name))
  return camel === '' || reserved.has(camel) ? 'id' : camel
}

const reserved = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
)

/** `(id: string) => `invoice-${id}``: source text of the function that makes the string. */
export function functionText(
  { string, parameters }: NewMember,
  { typed, quote }: { typed: boolean; quote: string },
): string {
  const list = parameters.map(({ name, type }) => (typed ? `${name}: ${type}` : name)).join(', ')
  return `(${list}) => ${stringText(
    string.text,
    parameters.map(({ name }) => name),
    quote,
  )}`
}

function stringText({ parts }: Text, names: readonly string[], quote: string): string {
  if (parts.every((part) => typeof part === 'string')) return quotedText(parts.join(''), quote)
  let hole = 0
  const inner = parts.map((part) => (typeof part === 'string' ? templateText(part) : `\${${names[hole++]}}`))
  return `\`${inner.join('')}\``
}

function quotedText(value: string, quote: string): string {
  const escaped = JSON.stringify(value).slice(1, -1)
  if (quote === '"') return `"${escaped}"`
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A carriage return in a template would be read as a line feed. */
function templateText(value: string): string {
  return value
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')
}
