import type { RouteReads } from '../../cache/readers/index.js'
import type { Match } from '../../cache/routes/index.js'
import { review, type Verdict } from '../decision.js'
import type { TracedSite } from '../input.js'
import { specifierFor } from '../specifier.js'
import type { ProjectImport } from '../types.js'
import { argumentName, type OpenVerdict } from './answer.js'
import { argumentsAt, type Given } from './arguments.js'
import type { HelperCall } from './helpers.js'
import { localName } from './local-name.js'
import type { TaggedRead } from './page.js'
import type { World } from './world.js'

/** Tags as the call site can write them, with what it has to import for that. */
export interface TagTexts {
  texts: string[]
  imports: ProjectImport[]
}

/** One helper call for each cached read, in the words of the call site; a verdict where one cannot be written. */
export function replacement(
  world: World,
  { site }: TracedSite,
  match: Match,
  reads: RouteReads,
  tagged: readonly TaggedRead[],
  said: Given,
): TagTexts | OpenVerdict {
  const texts = new Set<string>()
  const imports = new Map<string, ProjectImport>()
  for (const { helper } of tagged) {
    const given = argumentsAt(world, site, match, reads, helper, said)
    if ('missing' in given) return missingArgument(helper, given.missing)
    const named = nameAt(world, site.file, helper)
    if ('action' in named) return named
    if (named.needed) imports.set(named.needed.name, named.needed)
    texts.add(helper.arguments === null ? named.text : `${named.text}(${given.texts.join(', ')})`)
  }
  return { texts: [...texts], imports: [...imports.values()] }
}

function missingArgument(helper: HelperCall, parameter: string): OpenVerdict {
  const call = `${helper.name}(${helper.parameters.join(', ')})`
  const verdict = review(
    'argument-missing',
    `The reader's tag is made by ${call}, and nothing here is known to be its ${parameter}.`,
  )
  if (!helper.parameters.includes(parameter)) return verdict
  return {
    ...verdict,
    open: { kind: 'argument', name: argumentName(helper, parameter), parameter, helper: call },
  }
}

/** How a file names a helper: as it imports it, or by a new import. */
export function nameAt(
  { input }: World,
  file: string,
  helper: HelperCall,
): { text: string; needed: ProjectImport | null } | Verdict {
  const { workspace, graph } = input
  const [root = '', ...members] = helper.name.split('.')
  const text = (local: string): string => [local, ...members].join('.')
  if (helper.file === file) return { text: helper.name, needed: null }
  if (helper.exported === null || helper.exported === 'default')
    return review(
      'helper-private',
      `${helper.name} makes the tag of the page's reader, and ${helper.file} does not export it by a name.`,
    )
  const known = localName(graph, file, helper.file, helper.exported)
  if (known !== null) return { text: text(known), needed: null }
  const model = graph.model(file)
  if (model && model.scopeAt(root, model.source.endOfFileToken) !== null)
    return review(
      'name-taken',
      `${root} is another thing in ${file}, so the helper of that name cannot be imported.`,
    )
  return {
    text: text(root),
    needed: { name: root, from: specifierFor(workspace, graph, file, helper.file, root) },
  }
}
