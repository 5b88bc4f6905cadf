import { findings, transforms } from '../plan/catalogue.js'
import { wrap } from '../report/wrap.js'
import type { Io } from './io.js'
import { colorsFor, widthOf } from './io.js'

/** What `retag list` prints: every transform and every finding with one sentence. */
export function listText(io: Io): string {
  const colors = colorsFor(io.stdout, io.env)
  // Without a terminal each entry stays on one line, for grep.
  const width = io.stdout.isTTY === true ? widthOf(io.stdout) : Number.POSITIVE_INFINITY
  const severityColors = { error: colors.red, warning: colors.yellow, note: colors.cyan }
  const nameWidth = Math.max(...[...transforms, ...findings].map(({ id }) => id.length)) + 2
  const rows = [
    colors.bold('Transforms'),
    ...transforms.map(({ id, title }) => wrap(title, width, `  ${id.padEnd(nameWidth)}`)),
    '',
    colors.bold('Findings'),
    ...findings.map(({ id, severity, title }) =>
      wrap(title, width, `  ${id.padEnd(nameWidth)}${severityColors[severity](severity.padEnd(9))}`),
    ),
  ]
  return `${rows.join('\n')}\n`
}
