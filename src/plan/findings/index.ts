import { roleOf } from '../../context/roles.js'
import type { PlanInput } from '../input.js'
import type { Finding } from '../types.js'
import { afterRedirectFindings } from './after-redirect.js'
import { attachedTags } from './attached-tags.js'
import { everythingFindings } from './everything.js'
import { invalidationsOf } from './invalidations.js'
import { routerRefreshFindings } from './router-refresh.js'
import { swallowedRedirectFindings } from './swallowed-redirect.js'
import { tagLengthFindings } from './tag-length.js'
import { transactionFindings } from './transactions.js'

/** What is wrong with where and when the code invalidates, whoever runs it. */
export function placementFindings(input: PlanInput): Finding[] {
  const { workspace, graph } = input
  const invalidations = invalidationsOf(graph).filter(
    ({ file }) => workspace.selected.has(file) && roleOf(workspace, file)?.context !== 'test',
  )
  const attached = attachedTags(input)
  return [
    ...transactionFindings(graph, invalidations),
    ...afterRedirectFindings(graph, invalidations),
    ...swallowedRedirectFindings(graph, invalidations),
    ...everythingFindings(input),
    ...tagLengthFindings(input, attached),
    ...routerRefreshFindings(input, attached),
  ]
}
