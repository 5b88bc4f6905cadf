import { fleetCsv } from './csv.js'
import { fleetHtml } from './html.js'
import { fleetMarkdown } from './markdown.js'
import type { Fleet } from './types.js'

/** The formats of a fleet report, each a pure function to the text of the file. */
export const fleetFormats = {
  csv: fleetCsv,
  html: fleetHtml,
  json: fleetJson,
  markdown: fleetMarkdown,
} satisfies Record<string, (fleet: Fleet) => string>

export type FleetFormat = keyof typeof fleetFormats

/** JSON, indented by two, one newline at the end. */
export function fleetJson(fleet: Fleet): string {
  return `${JSON.stringify(fleet, null, 2)}\n`
}
