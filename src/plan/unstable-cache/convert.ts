import type { CachedCall, Use } from '../../cache/cached-call/index.js'
import type { TracedSite } from '../input.js'
import type { UseCacheEdit } from '../types.js'
import { type Thrown, thrownBy } from './errors.js'
import { canFold } from './fold.js'
import { editOf } from './form.js'
import type { Tools } from './index.js'
import type { Input } from './inputs.js'
import { foldedMaterial, type Material, materialOf } from './material.js'
import { missingFromKey } from './missing.js'
import { namesIn } from './naming.js'
import { isInPagesRouter } from './pages.js'
import { type Refusal, refuse } from './refusals.js'
import { refusalOf } from './reject.js'
import { signatureOf, surplusInputs } from './signature.js'
import { surroundingsRefusal } from './surroundings.js'

/** A use that can be converted, and what people have to know of it. */
export interface Conversion {
  edit: UseCacheEdit
  reason: string
  /** Captured reads that the old key did not hold. */
  missing: Use[]
  thrown: Thrown[]
}

/** Converts one use; a refusal where something of it cannot be proven. */
export function convert(
  tools: Tools,
  { cached, traced }: { cached: CachedCall; traced: TracedSite },
): Conversion | Refusal {
  const { input, types, request, entries } = tools
  const refused = refusalOf(cached, types, request)
  if (refused) return refused
  if (traced.contexts.includes('proxy'))
    return refuse(
      'proxy',
      'the proxy can run it, where the directive is not compiled and the call would throw',
    )
  if (isInPagesRouter(tools, cached))
    return refuse(
      'pages-router',
      'the pages router can run it, where the directive is ignored and nothing would be cached',
    )
  const around = surroundingsRefusal(tools, cached)
  if (around) return around
  const thrown = thrownBy(input.graph, entries, cached)
  const caught = thrown.find((one) => one.caught)
  if (caught?.caught)
    return refuse(
      'error-caught',
      `${caught.name} is thrown in it and told apart at ${caught.caught.file}:${caught.caught.line}; out of a 'use cache' function errors come without class and message in production`,
    )
  const signature = signatureOf(input.graph, cached, types)
  if ('rule' in signature) return signature
  const folds = canFold(cached, tools)
  const facts = { graph: input.graph, types, request }
  const material = folds ? foldedMaterial(facts, cached) : materialOf(facts, cached)
  if ('rule' in material) return material
  const surplus = folds ? [] : surplusInputs(cached, signature, material.inputs, types, namesIn(cached.call))
  if ('rule' in surplus) return surplus
  // Of what is handed over as it is, no part needs handing over.
  const further = material.inputs.filter(({ uses }) => !isPartOf(surplus, uses))
  const edit = editOf(
    cached,
    signature,
    { ...material, inputs: [...surplus, ...further] },
    folds,
    tools.given(cached.site.file),
  )
  if ('rule' in edit) return edit
  return { edit, reason: reasonOf(cached, edit, material), missing: missingFromKey(cached), thrown }
}

function isPartOf(surplus: readonly Input[], uses: readonly Use[]): boolean {
  return surplus.some(
    ({ name, path }) => name === path && uses.length > 0 && uses.every(({ root }) => root.text === name),
  )
}

function reasonOf(
  { wrapper }: CachedCall,
  { form, parameters }: UseCacheEdit,
  { inputs, revalidate }: Material,
): string {
  const names = inputs.map(({ name }) => name)
  const key =
    form === 'fold'
      ? 'The function around it does nothing else, so its own parameters are the key'
      : names.length > 0
        ? `What it captured is handed over (${names.join(', ')}), and the arguments are the key`
        : parameters.length > 0
          ? 'Its arguments are the key'
          : 'It has one entry'
  const life =
    revalidate === 'Infinity'
      ? 'it lives until it is invalidated, as before'
      : `it is renewed after ${revalidate} seconds, for which the next visit now waits`
  // 'use cache' runs once per request for the same arguments (docs/next16.md).
  const memo = wrapper?.memoised ? " What cache() of React did in the wrapper, 'use cache' does itself." : ''
  return `${key}; ${life}.${memo} Entries are kept in the memory of each process, and dates stay dates.`
}
