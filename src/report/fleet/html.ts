import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findings as catalogue } from '../../plan/catalogue.js'
import { visible } from '../one-line.js'
import { count } from '../words.js'
import type { Fleet, FleetRepository, Outcome } from './types.js'
import { fleetHeadline, fleetSentences, outcomeWords } from './words.js'

/** What needs somebody comes first. */
const order: readonly Outcome[] = ['failed', 'timed-out', 'needs-review', 'changed', 'clean', 'skipped']

/**
 * The fleet as one HTML file that needs nothing else: no script, no network, styles allowed by their hash. Everything
 * that comes from repositories is escaped text.
 */
export function fleetHtml(fleet: Fleet): string {
  const style = styles()
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>retag: ${text(fleetHeadline(fleet))}</title>
<style>${style}</style>
</head>
<body class="fleet">
<header>
<h1>${text(fleetHeadline(fleet))}</h1>
<p>${fleetSentences(fleet).map(text).join(' ')}</p>
${navigation(fleet)}</header>
<main>
${findingsSection(fleet)}${order.map((outcome) => section(fleet, outcome)).join('')}</main>
</body>
</html>
`
}

function styles(): string {
  return ['base.css', 'fleet.css']
    .map((name) =>
      readFileSync(new URL(`../html/page/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n'),
    )
    .join('\n')
}

function navigation({ counts }: Fleet): string {
  const links = order
    .filter((outcome) => counts[outcome] > 0)
    .map(
      (outcome) =>
        `<li><a class="chip ${outcome}" href="#${outcome}">${counts[outcome].toLocaleString('en-US')} ${text(outcomeWords[outcome])}</a></li>`,
    )
  return links.length === 0 ? '' : `<nav aria-label="Outcomes"><ul>${links.join('')}</ul></nav>\n`
}

function findingsSection({ findings }: Fleet): string {
  if (findings.length === 0) return ''
  const rows = findings.map(({ id, severity, count: number, repositories }) => {
    const title = catalogue.find((one) => one.id === id)?.title ?? ''
    return `<tr><th scope="row"><code>${text(id)}</code></th><td>${text(severity)}</td><td>${repositories.toLocaleString('en-US')}</td><td>${number.toLocaleString('en-US')}</td><td>${text(title)}</td></tr>`
  })
  return table(
    'findings',
    'Most frequent findings',
    ['Finding', 'Severity', 'Repositories', 'Places', 'What it says'],
    rows,
  )
}

const columns = [
  'Repository',
  'Next.js',
  'Files',
  'Rewritten',
  'Changed behaviour',
  'To review',
  'Findings',
  'Why',
  'Labels',
]

function section({ repositories }: Fleet, outcome: Outcome): string {
  const rows = repositories.filter((row) => row.outcome === outcome).map(repositoryRow)
  return rows.length === 0 ? '' : table(outcome, outcomeWords[outcome], columns, rows)
}

function repositoryRow({ name, reason, labels, digest, pullRequest, reports }: FleetRepository): string {
  const links = [
    link(reports.html ?? reports.json, name),
    ...(pullRequest === null ? [] : [link(pullRequest, 'pull request')]),
  ]
  const findings = digest?.findings.reduce((sum, one) => sum + one.count, 0)
  const next = [...new Set(digest?.next.map((version) => version ?? 'unknown') ?? [])].join(', ')
  const cells = [
    next,
    digest?.files.changed,
    digest?.decisions.rewrite,
    digest?.changedBehaviour,
    digest?.decisions.review,
    findings,
    reason ?? '',
    labels.join(', '),
  ]
  return `<tr><th scope="row">${links.join(' ')}</th>${cells.map((cell) => `<td>${typeof cell === 'number' ? cell.toLocaleString('en-US') : text(cell ?? '')}</td>`).join('')}</tr>`
}

function table(id: string, title: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${text(name)}</th>`).join('')
  const caption = `${text(title)} <small>${text(count(rows.length, id === 'findings' ? 'kind' : 'repository', id === 'findings' ? 'kinds' : 'repositories'))}</small>`
  return `<section id="${id}" class="${id}">\n<h2>${caption}</h2>\n<div class="scroll" tabindex="0" role="region" aria-label="${text(title)}"><table class="${id === 'findings' ? 'kinds' : 'repositories'}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>\n</section>\n`
}

/** Only to the web and to files beside this one; anything else stays text. */
function link(address: string | null, name: string): string {
  if (address === null) return text(name)
  const isWeb = /^https?:\/\//.test(address)
  if (!isWeb && /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(address)) return text(name)
  const href = isWeb ? address : address.split('/').map(encodeURIComponent).join('/')
  return `<a href="${text(href)}">${text(name)}</a>`
}

function text(value: string): string {
  return visible(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
