import type { FileChange, Plan } from '../../plan/types.js'
import type { Mode } from '../json.js'

/** One route and the cached data behind it: a row of the table of routes and tags. */
export interface RouteRow {
  /** As a person writes it: `/invoices/[id]`. */
  route: string
  /** Path relative to the root. */
  file: string
  kind: 'static' | 'dynamic' | 'unknown'
  /** One sentence: why it is static or dynamic. */
  why: string
  /** Cached data that the route reads; `line` counts from 1, `tags` are their texts in the source. */
  readers: { file: string; line: number; kind: string; what: string; tags: string[] }[]
  /** Places that could not be followed: `file:line why`. */
  incomplete: string[]
}

/** The text of a line of the tree (1-based, without its line end), null where there is none. */
export type LineOf = (file: string, line: number) => string | null

export interface HtmlReportInput {
  plan: Plan
  changes: readonly FileChange[]
  mode: Mode
  /** Where the code of the evidence comes from; without it, chains show places only. */
  sources?: LineOf
  /** The table of routes and tags; without it, the report has no such tab. */
  routes?: readonly RouteRow[]
}
