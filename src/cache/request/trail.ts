import type { ts } from '@ts-morph/common'
import type { EvidenceStep } from '../../context/types.js'
import { lineOf } from '../../graph/syntax.js'
import type { Key } from '../values/binding.js'
import type { Look, Place } from '../values/place.js'
import type { RequestOrigin, RequestSource } from './types.js'

/** One question about a value, with the answers that were found on the way. */
export interface Search extends Look {
  /** By node and members; null while the answer is being looked for, so that circles end. */
  known: Map<ts.Node, Map<string, Trace | null>>
  derive: Derive
}

/** A way from the request, with what limits how far it is followed. */
export interface Trace extends RequestOrigin {
  /** Calls of unknown functions that took it as an argument: what they look up with it is soon about something else. */
  lookups: number
  /** True for a client that was made with the means to read the request: what it fetches is no part of that. */
  isClient: boolean
}

/** Whether some members of what a place holds come from the request. */
export type Derive = (search: Search, place: Place, members: readonly Key[]) => Trace | null

const maxSymbol = 40

export function startOf(source: RequestSource, node: ts.Node, symbol: string): Trace {
  return { source, steps: [stepAt(node, symbol)], lookups: 0, isClient: false }
}

/** The same way, one step further; a step on the line of the last one with the same name says nothing new. */
export function further(origin: Trace | null, node: ts.Node, symbol: string): Trace | null {
  if (!origin) return null
  const step = stepAt(node, symbol)
  const last = origin.steps.at(-1)
  const isSame = last?.file === step.file && last.line === step.line && last.symbol === step.symbol
  return isSame ? origin : { ...origin, steps: [...origin.steps, step] }
}

export function stepAt(node: ts.Node, symbol: string): EvidenceStep {
  const source = node.getSourceFile()
  return { file: source.fileName, line: lineOf(source, node.getStart(source)), symbol }
}

/** Short source text on one line. */
export function symbolOf(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ')
  return text.length > maxSymbol ? `${text.slice(0, maxSymbol - 3)}...` : text
}

/** The first way that leads to the request. */
export function firstOf<T>(all: Iterable<T>, find: (one: T) => Trace | null): Trace | null {
  for (const one of all) {
    const found = find(one)
    if (found) return found
  }
  return null
}
