import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../src/report/fleet/types.js'
import { appFiles, cleanFiles, type Place, reviewFiles } from './support.js'

/** Repositories that were made, and how each has to end. */
export interface MadeFleet {
  /** Absolute path of the manifest. */
  manifest: string
  /** Name as results show it, to outcome. */
  expected: Record<string, Outcome>
}

const kinds = [
  'changed',
  'changed',
  'clean',
  'needs-review',
  'changed',
  'skipped',
  'changed',
  'failed',
  'changed',
  'empty',
] as const

/**
 * Makes a fleet of small repositories: half of them change, the others end in every other way. Repositories differ, so
 * that no two commits are alike.
 */
export function makeFleet(at: Place, size: number): MadeFleet {
  const repositories: unknown[] = []
  const expected: MadeFleet['expected'] = {}
  for (let index = 0; index < size; index++) {
    const kind = kinds[index % kinds.length] ?? 'changed'
    const name = `fleet/r${String(index).padStart(3, '0')}-${kind}`
    expected[name] = kind === 'empty' ? 'skipped' : kind
    repositories.push(kind === 'failed' ? { repo: name, branch: 'gone' } : name)
    makeRepository(at, name, kind, index)
  }
  at.write('repos.yml', JSON.stringify({ repositories }, null, 2))
  return { manifest: at.path('repos.yml'), expected }
}

function makeRepository(at: Place, name: string, kind: (typeof kinds)[number], index: number): void {
  if (kind === 'empty') {
    mkdirSync(at.path(name), { recursive: true })
    at.git(name, 'init', '-q', '-b', 'main')
    return
  }
  const files = {
    changed: appFiles,
    failed: appFiles,
    clean: cleanFiles,
    'needs-review': reviewFiles,
    skipped: { 'index.js': 'a()\n' },
  }[kind]
  const noise = Object.fromEntries(
    Array.from({ length: 20 }, (_, file) => [
      `lib/m${file}.ts`,
      `export const m${file} = ${index * 100 + file}\n`,
    ]),
  )
  at.repository(name, { ...files, ...noise })
}

export interface Line {
  type: string
  key: string
  name: string
  outcome: Outcome
  commit: string | null
}

/** The whole lines of a journal that are results; none where it is not there yet. */
export function resultsIn(journal: string): Line[] {
  if (!existsSync(journal)) return []
  return readFileSync(journal, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
    .filter(({ type }) => type === 'result')
}

/**
 * What was lost or doubled in a run that has ended: a repository without an outcome or with another one than expected,
 * with two results although the first was none to try again, with another number of commits than one.
 */
export function mistakesIn(at: Place, fleet: MadeFleet, out: string): string[] {
  const lines = resultsIn(join(out, 'journal.jsonl'))
  return Object.entries(fleet.expected).flatMap(([name, expected]) => {
    const own = lines.filter((line) => line.name === name)
    const last = own.at(-1)
    if (last === undefined) return [`${name} has no result`]
    const wrong = last.outcome === expected ? [] : [`${name} is ${last.outcome}, not ${expected}`]
    const twice = own.length > 1 && expected !== 'failed' ? [`${name} has ${own.length} results`] : []
    return [...wrong, ...twice, ...(expected === 'changed' ? commitMistakes(at, name, last) : [])]
  })
}

function commitMistakes(at: Place, name: string, { commit }: Line): string[] {
  const branches = at
    .git(name, 'for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads')
    .trim()
  const expected = [`main ${at.git(name, 'rev-parse', 'main').trim()}`, `retag/next-16 ${commit}`].join('\n')
  const number = at.git(name, 'rev-list', '--count', 'main..retag/next-16').trim()
  return [
    ...(branches === expected ? [] : [`${name} has the branches ${branches}`]),
    ...(number === '1' ? [] : [`${name} has ${number} commits`]),
  ]
}

/** Names of files that nothing should have left in an output folder. */
export function droppingsIn(out: string): string[] {
  const found = execFileSync('find', [out, '-name', '*.next', '-o', '-name', 'lock', '-o', '-name', 'work'], {
    encoding: 'utf8',
  })
  return found.trim() === '' ? [] : found.trim().split('\n')
}
