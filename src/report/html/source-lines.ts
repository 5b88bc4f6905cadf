import type { Plan } from '../../plan/types.js'
import type { LineOf } from './types.js'

/** The lines of one file that the report shows: number (1-based) and text. */
export interface SourceLines {
  file: string
  lines: [number, string][]
}

/** Lines around a place that has no diff to stand in. */
const around = 2
/** Nobody reads on; a minified line would swell the file. */
const longest = 240

/** The code of every step of the evidence, of every finding, and of every place that stays as it is. */
export function sourceLines(plan: Plan, lineOf: LineOf): SourceLines[] {
  const wanted = new Map<string, Set<number>>()
  const want = (file: string, line: number, margin: number): void => {
    const lines = wanted.get(file) ?? new Set()
    for (let near = Math.max(line - margin, 1); near <= line + margin; near++) lines.add(near)
    wanted.set(file, lines)
  }
  for (const { file, line, action, evidence } of plan.decisions) {
    if (action !== 'rewrite') want(file, line, around)
    for (const step of evidence.flat()) want(step.file, step.line, 0)
  }
  for (const { file, line } of plan.findings) want(file, line, 0)
  return [...wanted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, lines]) => ({ file, lines: textsOf(file, lines, lineOf) }))
    .filter(({ lines }) => lines.length > 0)
}

function textsOf(file: string, lines: ReadonlySet<number>, lineOf: LineOf): [number, string][] {
  return [...lines]
    .sort((a, b) => a - b)
    .flatMap((line): [number, string][] => {
      const text = lineOf(file, line)
      return text === null ? [] : [[line, text.length > longest ? `${text.slice(0, longest)}…` : text]]
    })
}
