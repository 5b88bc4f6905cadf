import { isBuiltin } from 'node:module'
import type { TypeProblem } from './types.js'

/** Errors by what they say: a line may move, the same error stays the same. */
function keyOf({ file, code, message }: TypeProblem): string {
  return JSON.stringify([file, code, message])
}

/**
 * What is in `after` and not in `before`, each error as often as it is there. Where one of several alike is new, it is
 * the one at a line that had none.
 */
export function newProblems(before: readonly TypeProblem[], after: readonly TypeProblem[]): TypeProblem[] {
  const known = groupBy(before)
  return [...groupBy(after)].flatMap(([key, now]) => {
    const then = known.get(key) ?? []
    const lines = new Set(then.map(({ line }) => line))
    const moved = [...now].sort((a, b) => Number(lines.has(a.line)) - Number(lines.has(b.line)))
    return moved.slice(0, Math.max(now.length - then.length, 0))
  })
}

function groupBy(problems: readonly TypeProblem[]): Map<string, TypeProblem[]> {
  const groups = new Map<string, TypeProblem[]>()
  for (const problem of problems) {
    const key = keyOf(problem)
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return groups
}

/** Messages about a module that is not there or has no types. */
const missing =
  /(?:Cannot find module|declaration file for module|Cannot find type definition file for) '([^']+)'/

/** The module that an error misses, null for any other error. */
export function missingModule({ code, message }: TypeProblem): string | null {
  if (!['TS2307', 'TS2688', 'TS2732', 'TS2792', 'TS2882', 'TS7016', 'TS2591'].includes(code)) return null
  return missing.exec(message)?.[1] ?? null
}

/** Packages that an import needs, without the files in them; null for paths of the project. */
export function packageOf(specifier: string): string | null {
  if (/^[./#]/.test(specifier) || isBuiltin(specifier)) return null
  const [scope = '', name] = specifier.split('/')
  return scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope
}
