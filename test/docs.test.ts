import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Choices } from '../src/index.js'
import { plan } from '../src/index.js'
import { findings, transforms } from '../src/plan/catalogue.js'
import { refusalRules } from '../src/plan/unstable-cache/refusals.js'
import { app } from './support/app.js'
import { projectRoot } from './support/fixtures.js'
import type { Tree } from './support/tree.js'

const docs = path.join(projectRoot, 'docs')

/** Snippets that say `retag` behind their language are what the program makes: `// before`, then `// after`. */
interface Snippet {
  place: string
  scope: Choices['unstableCache']
  /** Findings that the snippet stands for. */
  finds: string[]
  before: string
  /** Null where the snippet is about a finding alone. */
  after: string | null
}

/** What the snippets read from, and an app in which the directive may stand. */
const surroundings: Tree = {
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
  'next.config.ts': 'export default { experimental: { useCache: true } }\n',
  'lib/db.ts': `export interface Post { id: string; title: string }
export interface Invoice { id: string; total: number; paid: boolean }
export interface Order { id: string; placedAt: Date }
export async function loadPosts(): Promise<Post[]> { return [] }
export async function loadPost(slug: string): Promise<Post | null> { return slug ? null : null }
export async function loadInvoices(orgId: string, limit: number): Promise<Invoice[]> { return [] }
export async function loadRates(currency: string): Promise<Record<string, number>> { return {} }
export async function loadPermissions(userId: string, token: string): Promise<string[]> { return [] }
export async function loadOrders(userId: string): Promise<Order[]> { return [] }
`,
}

function snippetsOf(file: string): Snippet[] {
  const text = readFileSync(path.join(docs, file), 'utf8')
  return [...text.matchAll(/^```tsx? retag(.*)\n([\s\S]*?)^```$/gm)].map(([whole, words = '', code = '']) => {
    const [before = '', after = null] = code.replace(/^\/\/ before\n/, '').split('\n// after\n')
    const finds = /finds=(\S+)/.exec(words)?.[1]?.split(',') ?? []
    const line = text.slice(0, text.indexOf(whole)).split('\n').length
    const scope = words.includes('all') ? 'all' : 'cookies'
    return { place: `${file}:${line}`, scope, finds, before, after }
  })
}

const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort()
const snippets = pages.flatMap(snippetsOf)
const ended = (text: string) => `${text.trimEnd()}\n`

describe('snippets in docs/', () => {
  test.each(snippets.map((snippet): [string, Snippet] => [snippet.place, snippet]))('%s', (_, snippet) => {
    const files = { ...surroundings, 'lib/example.ts': ended(snippet.before) }
    const { changes, plan: made } = plan(app(files), { unstableCache: snippet.scope })
    const ids = made.findings.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(snippet.finds))
    if (snippet.after === null) expect(snippet.finds).not.toEqual([])
    else
      expect(changes.map(({ file, after }) => [file, after])).toEqual([
        ['lib/example.ts', ended(snippet.after)],
      ])
  })

  test('show each form of unstable-cache', () => {
    const shown = snippets
      .filter(({ place }) => place.startsWith('transforms/unstable-cache.md'))
      .flatMap(({ before, scope }) => {
        const files = { ...surroundings, 'lib/example.ts': ended(before) }
        return plan(app(files), { unstableCache: scope }).plan.decisions.map(({ rule }) => rule)
      })
    expect([...new Set(shown)].sort()).toEqual(['arrow', 'declaration', 'fold', 'hoisted'])
  })
})

describe('docs/', () => {
  test('has a page for each transform', () => {
    expect(pages).toEqual(
      expect.arrayContaining(transforms.map(({ id }) => path.join('transforms', `${id}.md`))),
    )
  })

  test('has a section and a line in the table for each finding', () => {
    const text = readFileSync(path.join(docs, 'findings.md'), 'utf8')
    expect(findings.map(({ id }) => id).filter((id) => !text.includes(`\n## ${id}\n`))).toEqual([])
    expect(findings.map(({ id }) => id).filter((id) => !text.includes(`| [${id}](#${id}) |`))).toEqual([])
  })

  test('says for each refusal of unstable-cache what to do by hand', () => {
    const text = readFileSync(path.join(docs, 'transforms/unstable-cache.md'), 'utf8')
    const rows = text.split('\n').filter((line) => line.startsWith('| `'))
    expect(
      refusalRules.filter((rule) => !rows.some((row) => row.split('|')[1]?.includes(`\`${rule}\``))),
    ).toEqual([])
  })

  test('links only to files and headings that are there', () => {
    const broken = pages.flatMap((page) => {
      const text = readFileSync(path.join(docs, page), 'utf8')
      return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
        if (/^[a-z]+:/.test(link)) return []
        const [file = '', heading] = link.split('#')
        const target = file === '' ? path.join(docs, page) : path.join(docs, path.dirname(page), file)
        return isThere(target, heading) ? [] : [`${page}: ${link}`]
      })
    })
    expect(broken).toEqual([])
  })
})

function isThere(file: string, heading: string | undefined): boolean {
  try {
    if (heading === undefined) return readdirSync(path.dirname(file)).includes(path.basename(file))
    return headingsOf(readFileSync(file, 'utf8')).includes(heading)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

/** Headings as GitHub makes anchors of them. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}
