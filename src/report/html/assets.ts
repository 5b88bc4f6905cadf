import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** In the order in which they may use each other; `main.js` starts the page. */
const modules = [
  'unpack.js',
  'visible.js',
  'dom.js',
  'highlight.js',
  'code.js',
  'diff.js',
  'store.js',
  'reviewed-plan.js',
  'filters.js',
  'hash.js',
  'context.js',
  'evidence.js',
  'decision.js',
  'file.js',
  'list.js',
  'facets.js',
  'findings.js',
  'routes.js',
  'summary.js',
  'header.js',
  'help.js',
  'keys.js',
  'main.js',
]
const styles = [
  'base.css',
  'header.css',
  'layout.css',
  'filters.css',
  'list.css',
  'detail.css',
  'code.css',
  'tables.css',
  'dialog.css',
  'print.css',
]

export interface PageAssets {
  script: string
  style: string
}

let assets: PageAssets | undefined

/** The code and the styles of the page: one text each, read once from the folder `page` beside this file. */
export function pageAssets(): PageAssets {
  assets ??= {
    script: [tokenizer(), ...modules.map((name) => linked(pageFile(name)))].join('\n'),
    style: styles.map(pageFile).join('\n'),
  }
  return assets
}

function pageFile(name: string): string {
  return readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
}

/** js-tokens as one function: a single file without imports, as its package says ("tiny"). */
function tokenizer(): string {
  const source = readFileSync(createRequire(import.meta.url).resolve('js-tokens'), 'utf8')
  return `const jsTokens = (() => {\n${source.replaceAll(/^export .*$/gm, '')}\nreturn jsTokens\n})()`
}

/** A module as a script: its exports become constants that the modules after it see, the rest stays its own. */
function linked(source: string): string {
  const names = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name).join(', ')
  const body = source.replaceAll(/^import [^'"]*'[^']+'\n/gm, '').replaceAll(/^export /gm, '')
  return `const { ${names} } = (() => {\n${body}return { ${names} }\n})()`
}
