import type { ts } from '@ts-morph/common'
import { lineOf } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import type { TracedSite } from './input.js'
import type { CacheCall, Decision } from './types.js'

const id = 'test-doubles'

/** The functions that a mock from before Next.js 16 has. */
export const oldApis = ['revalidateTag', 'unstable_expireTag'] as const

/** A call site that a test reaches, with what it calls after this run. */
export interface Reached {
  traced: TracedSite
  now: CacheCall
  /** True when this run rewrites it. */
  moved: boolean
}

/** A decision about a mock or an assertion at a node of a test. */
export function testDecision(
  model: FileModel,
  node: ts.Node,
  api: string,
  fields: Pick<Decision, 'before' | 'after' | 'action' | 'rule' | 'reason' | 'edit'>,
): Decision {
  const start = node.getStart(model.source)
  const line = lineOf(model.source, start)
  const column = model.source.getLineAndCharacterOfPosition(start).character + 1
  return {
    id: `${id}:${model.file}:${line}:${column}`,
    transform: id,
    file: model.file,
    line,
    column,
    api,
    contexts: ['test'],
    reach: 'non-action',
    semantics: fields.action === 'rewrite' ? 'preserved' : null,
    evidence: [[{ file: model.file, line, symbol: 'mock of next/cache' }]],
    ...fields,
  }
}
