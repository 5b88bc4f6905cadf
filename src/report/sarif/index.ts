import { gzipSync } from 'node:zlib'
import { packageUrl } from '../../plan/catalogue.js'
import type { Plan } from '../../plan/types.js'
import type { Mode } from '../json.js'
import { oneLine } from '../one-line.js'
import { count } from '../words.js'
import { fileLocation } from './places.js'
import { sarifResults } from './results.js'
import { sarifRules } from './rules.js'
import type { Notification, Result, SarifLog } from './types.js'

/**
 * GitHub shows 5,000 results of a run and takes uploads of at most 10 MB, compressed:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export interface SarifLimits {
  results: number
  /** Of the text compressed with gzip. */
  bytes: number
}

const gitHubLimits: SarifLimits = { results: 5_000, bytes: 10_000_000 }

/**
 * The report for code scanning: SARIF 2.1.0. Findings and reviews keep their weight, rewrites are notes; what is kept
 * as it is does not stand there. Of too many results the gravest stay, and a notification tells how many were left out.
 */
export function sarifReport(plan: Plan, mode: Mode, limits: SarifLimits = gitHubLimits): string {
  const rules = sarifRules()
  const all = sarifResults(
    plan,
    mode,
    rules.map(({ id }) => id),
  )
  let shown = all.slice(0, limits.results)
  let text = write(shown)
  if (isTooLarge(text, limits.bytes)) {
    shown = shown.map(({ codeFlows: _, ...result }) => result)
    text = write(shown)
  }
  while (shown.length > 0 && isTooLarge(text, limits.bytes)) {
    shown = shown.slice(0, Math.floor(shown.length / 2))
    text = write(shown)
  }
  return text

  function write(results: readonly Result[]): string {
    const withoutFlows = results.some((result, index) => all[index]?.codeFlows && !result.codeFlows)
    const log: SarifLog = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: plan.tool.name,
              semanticVersion: plan.tool.version,
              informationUri: packageUrl,
              rules,
            },
          },
          invocations: [
            {
              executionSuccessful: plan.failures.length === 0,
              toolExecutionNotifications: [
                ...leftOut(all.length, results.length, withoutFlows),
                ...plan.failures.map(failureNotification),
              ],
            },
          ],
          originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the analysed tree.' } } },
          columnKind: 'utf16CodeUnits',
          results: [...results],
        },
      ],
    }
    return `${JSON.stringify(log, null, 2)}\n`
  }
}

function isTooLarge(text: string, bytes: number): boolean {
  return text.length > bytes && gzipSync(text).length > bytes
}

function leftOut(all: number, shown: number, withoutFlows: boolean): Notification[] {
  const whole = 'The report with --report json=<file> is whole.'
  return [
    ...(shown === all
      ? []
      : [
          warning(
            `${count(all - shown, 'result')} of ${all.toLocaleString('en-US')} left out: code scanning takes no more. ${whole}`,
          ),
        ]),
    ...(withoutFlows
      ? [warning(`The code flows are left out: code scanning takes no larger file. ${whole}`)]
      : []),
  ]
}

function warning(text: string): Notification {
  return { level: 'warning', message: { text } }
}

function failureNotification({ file, message }: Plan['failures'][number]): Notification {
  return {
    level: 'error',
    message: { text: oneLine(message, 1000) || 'failed' },
    locations: [fileLocation(file)],
  }
}
