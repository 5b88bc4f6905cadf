import type { ts } from '@ts-morph/common'
import type { Match } from '../../cache/routes/index.js'
import { wholeText } from '../../cache/values/index.js'
import type { Graph } from '../../graph/graph.js'
import { UsageError } from '../../workspace/types.js'
import { review, type Verdict } from '../decision.js'
import type { TracedSite } from '../input.js'
import type { HelperCall } from './helpers.js'
import { nameAt, type TagTexts } from './replacement.js'
import type { World } from './world.js'

/**
 * The helper calls that the config gives for a route: `'/invoices/[id]': 'lib/tags.ts#invoiceTags.record(orgId, id)'`.
 * Names are taken from the call site; `[id]` is the parameter of the path. Null where the config says nothing.
 *
 * @throws UsageError for a helper that does not exist, or an entry that is no call
 */
export function configuredCalls(world: World, { site }: TracedSite, match: Match): TagTexts | Verdict | null {
  const { paths } = world.input.choices
  const entries = paths.filter(({ route }) => route === match.route.pattern || route === match.route.source)
  const [entry, other] = entries
  if (!entry) return null
  if (other)
    return review('several-entries', `The config maps ${match.route.pattern} more than once under paths.`)
  const texts: string[] = []
  const imports: TagTexts['imports'] = []
  for (const said of entry.helpers) {
    const call = readEntry(world.input.graph, entry.route, said)
    const named = nameAt(world, site.file, call.helper)
    if ('action' in named) return named
    const given: string[] = []
    for (const name of call.arguments) {
      const text = argumentText(world, site.node, match, name)
      if (text === null)
        return review('argument-missing', `The config says ${said}, and ${name} is no name here.`)
      given.push(text)
    }
    if (named.needed && !imports.some(({ name }) => name === named.needed?.name)) imports.push(named.needed)
    texts.push(call.isCall ? `${named.text}(${given.join(', ')})` : named.text)
  }
  return { texts, imports }
}

/**
 * Looks at every entry of the config before any is needed.
 *
 * @throws UsageError for a route that no app has, a helper that does not exist, or an entry that is no call
 */
export function checkEntries(world: World): void {
  const { choices, workspace, graph } = world.input
  for (const { route, helpers } of choices.paths) {
    for (const said of helpers) readEntry(graph, route, said)
    const apps = workspace.apps.flatMap(({ appRouterDir }) => appRouterDir ?? [])
    const known = apps.flatMap((dir) => world.routes(dir).flatMap(({ routes }) => routes))
    if (known.some(({ pattern, source }) => pattern === route || source === route)) continue
    const pages = known.filter(({ kind }) => kind === 'page').map(({ pattern }) => pattern)
    throw new UsageError(
      `paths in the config names the route ${route}, which no app has. \`retag routes\` lists them${pages.length > 0 ? `: ${[...new Set(pages)].slice(0, maxNamed).join(', ')}` : ''}.`,
    )
  }
}

const maxNamed = 6

interface Entry {
  helper: HelperCall
  isCall: boolean
  arguments: string[]
}

const form = /^(?<file>[^#]+)#(?<name>[\w$]+(?:\.[\w$]+)*)(?<call>\((?<given>[^()]*)\))?$/

function readEntry(graph: Graph, route: string, said: string): Entry {
  const { file = '', name = '', call, given = '' } = form.exec(said.trim())?.groups ?? {}
  const problem = `paths['${route}'] in the config says ${JSON.stringify(said)}`
  if (name === '')
    throw new UsageError(
      `${problem}, which is no helper. Write file#name(arguments), such as lib/tags.ts#invoiceTags.record(orgId, id).`,
    )
  const [root = '', ...members] = name.split('.')
  let unit = graph.model(file)?.exports.get(root)
  for (const member of members) unit = unit?.members.get(member)
  if (!unit)
    throw new UsageError(`${problem}, but ${file} exports no ${name}. Name an exported helper of the tree.`)
  const names = given
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const helper: HelperCall = {
    name,
    file,
    exported: root,
    arguments: call === undefined ? null : [],
    parameters: names,
    types: [],
    text: { parts: [] },
    staticText: '',
  }
  return { helper, isCall: call !== undefined, arguments: names }
}

/** `id` of `[id]` is what fills it in the path; any other name is one of the call site. */
function argumentText(world: World, place: ts.Node, { params }: Match, name: string): string | null {
  const [root = '', ...members] = name.split('.')
  const binding = members.length === 0 ? params.find((one) => one.name === root) : undefined
  if (binding) {
    const whole = wholeText(binding.text)
    return whole === null ? (binding.hole?.expression?.getText() ?? null) : `'${whole}'`
  }
  const model = world.input.graph.model(place.getSourceFile().fileName)
  return model?.scopeAt(root, place) ? name : null
}
