import type { ts } from '@ts-morph/common'
import { roleOf } from '../../../context/roles.js'
import type { Workspace } from '../../../workspace/types.js'

export function isTest(workspace: Workspace, file: string): boolean {
  return roleOf(workspace, file)?.context === 'test'
}

/** Whether two places can meet in one app: apps have caches of their own, packages run in any of them. */
export function canMeet(workspace: Workspace, a: ts.Node, b: ts.Node): boolean {
  const [one, other] = [a, b].map((node) => workspace.appOf(node.getSourceFile().fileName))
  return one === other || !one || !other
}
