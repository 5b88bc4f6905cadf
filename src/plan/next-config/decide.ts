import type { ts } from '@ts-morph/common'
import type { EvidenceStep } from '../../context/types.js'
import { lineOf } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import type { Verdict } from '../decision.js'
import type { Decision } from '../types.js'
import type { ConfigChange } from './edits.js'
import type { Flag } from './segment-configs.js'

/** A decision about a place that is no call of `next/cache`: a setting, a method of a response. */
export function decidePlace(
  transform: string,
  { model, node }: { model: FileModel; node: ts.Node },
  api: string,
  before: string,
  verdict: Verdict,
): Decision {
  const start = node.getStart(model.source)
  const line = lineOf(model.source, start)
  const column = model.source.getLineAndCharacterOfPosition(start).character + 1
  return {
    id: `${transform}:${model.file}:${line}:${column}`,
    transform,
    file: model.file,
    line,
    column,
    api,
    contexts: [],
    reach: 'non-action',
    before,
    evidence: [],
    ...verdict,
  }
}

/** The decision for one change that switches the flag on; `needs` are the conversions that want it. */
export function decideChange(
  change: ConfigChange,
  flag: Flag,
  needs: readonly (readonly EvidenceStep[])[],
): Decision {
  const api = flag === 'useCache' ? 'experimental.useCache' : flag
  const decision = decidePlace('next-config', change, api, change.before, {
    action: 'rewrite',
    after: change.after,
    semantics: 'preserved',
    rule: 'flag',
    reason: `'use cache' compiles only where ${api} is on.`,
    edit: change.edit,
  })
  return { ...decision, evidence: needs.map((steps) => [...steps]) }
}
