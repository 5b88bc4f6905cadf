import type { Unit } from '../graph/types.js'
import type { EvidenceStep } from './types.js'

/** A unit on the way up from a call site, with how it was reached. */
export interface Visit {
  unit: Unit
  /** Where, in this unit, the way down to the call site starts (1-based). */
  line: number
  next: Visit | null
  direct: boolean
  /** True once the way went through a Server Action: what a client does with one is to call it as an action. */
  throughAction: boolean
  /** True when the action was only handed on: rendering a page that passes an action does not run it. */
  handedAction: boolean
  /** True for another name of an action: what is done with the name is done with the action. */
  namesAction: boolean
}

/** The visit of the unit in which the call site stands. */
export function firstVisit(unit: Unit, line: number): Visit {
  return {
    unit,
    line,
    next: null,
    direct: true,
    throughAction: false,
    handedAction: false,
    namesAction: false,
  }
}

/** From the visit (the entry point) down to the call site; closures of one function are one step. */
export function stepsOf(visit: Visit): EvidenceStep[] {
  const steps: EvidenceStep[] = []
  for (let current: Visit | null = visit; current; current = current.next) {
    const { unit, line } = current
    const last = steps.at(-1)
    if (last && last.file === unit.file && last.symbol === unit.name) last.line = line
    else steps.push({ file: unit.file, line, symbol: unit.name })
  }
  return steps
}
