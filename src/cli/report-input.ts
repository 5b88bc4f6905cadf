import type { FileChange, Plan } from '../plan/types.js'
import type { ReportInput } from '../report/formats.js'
import type { RouteRow } from '../report/html/types.js'
import type { Mode } from '../report/json.js'
import type { Workspace } from '../workspace/types.js'

const utf8Mark = Buffer.from('\uFEFF')

/** What reports are made from, with the lines of the tree read when they are asked for. */
export function reportInput(
  plan: Plan,
  changes: readonly FileChange[],
  mode: Mode,
  workspace: Workspace,
  routes?: RouteRow[],
): ReportInput {
  // Once a file is written, its bytes may be the new ones; the mark is the same in both.
  const isMarked = (file: string): boolean => workspace.bytes(file)?.subarray(0, 3).equals(utf8Mark) ?? false
  const marked = new Set(changes.map(({ file }) => file).filter(isMarked))
  const before = new Map(changes.map((change) => [change.file, change.before]))
  const lines = new Map<string, string[]>()
  const lineOf = (file: string, line: number): string | null => {
    const known = lines.get(file) ?? (before.get(file) ?? workspace.text(file) ?? '').split(/\r?\n/)
    lines.set(file, known)
    return known[line - 1] ?? null
  }
  return { plan, changes, mode, marked, sources: lineOf, ...(routes ? { routes } : {}) }
}
