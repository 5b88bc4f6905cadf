import { createHash } from 'node:crypto'
import { contexts } from '../../context/types.js'
import { place } from '../../context/words.js'
import type { Plan } from '../../plan/types.js'
import type { Mode } from '../json.js'
import { type FileHunks, hunksOf } from './hunks.js'
import { type SourceLines, sourceLines } from './source-lines.js'
import type { HtmlReportInput, RouteRow } from './types.js'
import { type SummaryWords, summaryWords } from './words.js'

/** Everything that the page knows. */
export interface PageData {
  /** Names the content of the plan: what was ticked off belongs to this plan and to no other. */
  key: string
  mode: Mode
  /** Whole, edits included: the export is this plan with other actions. */
  plan: Plan
  words: SummaryWords
  /** Context to its name: `server-action` to `a Server Action`. */
  places: Record<string, string>
  hunks: FileHunks[]
  sources: SourceLines[]
  /** Null where nobody looked for them. */
  routes: RouteRow[] | null
}

/** Gathers what the page shows; lists keep the order of the plan. */
export function pageData({ plan, changes, mode, sources, routes }: HtmlReportInput): PageData {
  return {
    key: createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 20),
    mode,
    plan,
    words: summaryWords(plan, mode),
    places: Object.fromEntries(contexts.map((context) => [context, place(context)])),
    hunks: hunksOf(changes),
    sources: sources ? sourceLines(plan, sources) : [],
    routes: routes ? [...routes] : null,
  }
}
