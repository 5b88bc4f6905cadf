import { createHash } from 'node:crypto'
import { pageAssets } from './assets.js'
import { pageData } from './data.js'
import { islandJson } from './island.js'
import { pack } from './pack.js'
import type { HtmlReportInput } from './types.js'

export type { HtmlReportInput, LineOf, RouteRow } from './types.js'

/**
 * The report as one HTML file that needs nothing else: it opens from disk and asks no network. Nothing of the analysed
 * code stands in the markup; it is data in a JSON island, which the page turns into text nodes.
 *
 * @returns a document whose content security policy allows its own script and styles (by hash) and nothing more
 */
export function htmlReport(input: HtmlReportInput): string {
  const { script, style } = pageAssets()
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>retag report</title>
<style>${style}</style>
</head>
<body>
<noscript>This report needs JavaScript. The same facts stand in the report that --report json=report.json writes.</noscript>
<div id="app"></div>
<script type="application/json" id="data">${islandJson(pack(pageData(input)))}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
