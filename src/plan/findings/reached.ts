import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { targets } from '../../graph/resolve/targets.js'
import type { Reference, Unit } from '../../graph/types.js'
import { invalidatingApis } from './invalidations.js'

/** What a function does with data, with everything that it may run. */
export interface Effect {
  /** True where something invalidates, or is called like it, or where there is too much code to tell. */
  invalidates: boolean
  /** The code of a write that plain calls lead to; null where none was seen. */
  writes: string | null
}

/** Actions are small; one that leads to more code than this is left alone. */
const maxUnits = 400

const apis: ReadonlySet<string> = new Set(invalidatingApis)

/** Also what no graph can see: a client of a CDN, a request to an endpoint that revalidates. */
const soundsLikeInvalidation = /revalidat|invalidat|expire_?tag|update_?tag|purge|bust/i

const clients =
  '(?:prisma\\w*|db|database|tx|trx|supabase\\w*|knex|drizzle|payload|em|\\w*[rR]epo(?:sitory)?|\\w*[mM]odel)'
const writing =
  '(?:create(?:Many)?|update(?:Many|One)?|upsert|delete(?:Many|One)?|insert(?:Many|One|Into)?|deleteFrom|updateTable|findByIdAnd(?:Update|Delete)|findOneAnd(?:Update|Delete)|destroy|save)'
const write = new RegExp(
  [
    `\\b${clients}\\b[^;{}=]*\\.${writing}\\s*\\(`,
    `\\.from\\([^()]*\\)\\s*\\.(?:insert|update|upsert|delete)\\s*\\(`,
    `\\bmethod:\\s*['"\`](?:POST|PUT|PATCH|DELETE)['"\`]`,
    `\\bsql\\s*\`\\s*(?:insert|update|delete)\\b`,
    `\\b(?:axios|api|http|ky)\\w*\\.(?:post|put|patch|delete)\\s*[(<]`,
  ].join('|'),
  'i',
)

/** What running a unit does: everything that it refers to counts for invalidation, only plain calls for writes. */
export function effectOf(graph: Graph, start: Unit): Effect {
  const plain = new Set([start])
  const all = new Set([start])
  let writes: string | null = null
  for (const unit of all) {
    if (all.size > maxUnits || soundsLikeInvalidation.test(codeOf(unit))) return { invalidates: true, writes }
    const isPlain = plain.has(unit)
    if (isPlain) writes ??= write.exec(codeOf(unit))?.[0] ?? null
    for (const reference of referencesIn(graph, unit)) {
      for (const target of targets(graph, reference.path, reference.from.file, reference.how)) {
        if (target.unit.kind === 'api' && apis.has(target.unit.name)) return { invalidates: true, writes }
        if (isPlain && target.exact && (reference.how === 'call' || reference.how === 'alias'))
          plain.add(target.unit)
        all.add(target.unit)
      }
    }
  }
  return { invalidates: false, writes }
}

/** The code of a unit; a module that something merely stands in says nothing of it. */
function codeOf({ kind, node }: Unit): string {
  return !node || kind === 'module' || ts.isSourceFile(node) ? '' : node.getText()
}

function referencesIn(graph: Graph, unit: Unit): Reference[] {
  const { node } = unit
  const references = graph.model(unit.file)?.references ?? []
  return references.filter(
    ({ from, how, node: at }) =>
      how !== 'type' && (from === unit || (node !== null && node.pos <= at.pos && at.end <= node.end)),
  )
}
