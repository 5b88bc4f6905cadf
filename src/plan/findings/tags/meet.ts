import type { ts } from '@ts-morph/common'
import { mayMatch } from '../../../cache/values/index.js'
import type { Workspace } from '../../../workspace/types.js'
import { canMeet } from './scope.js'
import type { Side, TagAt } from './types.js'

/** The places of the other side that may mean the same tag; null where one of them may mean any. */
export function counterparts<T extends TagAt>(
  workspace: Workspace,
  { text, at }: TagAt,
  other: Side<T>,
): T[] | null {
  const near = (node: ts.Node): boolean => canMeet(workspace, at, node)
  if (other.open.some(near)) return null
  return other.known.filter((one) => near(one.at) && mayMatch(text, one.text))
}
