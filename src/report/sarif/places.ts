import type { EvidenceStep } from '../../context/types.js'
import { oneLine } from '../one-line.js'
import type { CodeFlow, Location } from './types.js'

/** GitHub reads more, but nobody does. */
const mostChains = 10
const mostSteps = 100

/** A place in a file: line and column from 1; `source` is the text that stands there, which gives the end. */
export function location(file: string, line: number, column: number, source: string): Location {
  const lines = source.split(/\r\n|\n|\r/)
  const last = lines.at(-1) ?? ''
  const endColumn = (lines.length === 1 ? column : 1) + last.length
  const end = source === '' ? {} : { endLine: line + lines.length - 1, endColumn }
  return { physicalLocation: { ...artifact(file), region: { startLine: line, startColumn: column, ...end } } }
}

/** A file as a whole. */
export function fileLocation(file: string): Location {
  return { physicalLocation: artifact(file) }
}

function artifact(file: string): Location['physicalLocation'] {
  return { artifactLocation: { uri: uriOf(file), uriBaseId: 'SRCROOT' } }
}

/** A relative URI (RFC 3986): everything that has a meaning there is percent-encoded, in each segment for itself. */
export function uriOf(file: string): string {
  // A name with half a surrogate pair cannot be encoded; as bytes it is U+FFFD.
  const wellFormed = Buffer.from(file).toString()
  return wellFormed.split('/').map(encodeURIComponent).join('/')
}

/** One code flow for each chain of evidence, entry point first. */
export function codeFlows(evidence: readonly (readonly EvidenceStep[])[]): CodeFlow[] {
  return evidence
    .filter((chain) => chain.length > 0)
    .slice(0, mostChains)
    .map((chain) => ({ threadFlows: [{ locations: chain.slice(0, mostSteps).map(flowStep) }] }))
}

function flowStep({ file, line, symbol }: EvidenceStep): { location: Location } {
  return {
    location: {
      physicalLocation: { ...artifact(file), region: { startLine: line } },
      message: { text: oneLine(symbol, 200) || '(module)' },
    },
  }
}
