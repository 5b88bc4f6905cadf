import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Choices, Decision, Finding } from '../../src/index.js'
import { readTree, type Tree } from './tree.js'

/** Top folder of the project, absolute. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
const fixturesRoot = path.join(projectRoot, '__testfixtures__')

/** What a fixture says about one decision; fields that it leaves out may be anything. */
export type ExpectedDecision = Pick<Decision, 'file' | 'action'> &
  Partial<
    Pick<Decision, 'line' | 'api' | 'transform' | 'rule' | 'reach' | 'contexts' | 'after' | 'semantics'>
  > & {
    /** Files that some evidence chain passes in this order: entry point first, call site last. */
    evidence?: string[][]
  }

export type ExpectedFinding = Pick<Finding, 'id' | 'file'> & Partial<Pick<Finding, 'line'>>

/** An error that real `next@16` types give for the output, because a person has to decide. */
export interface ExpectedTypeError {
  code: string
  file: string
  line: number
}

/** report.json of a fixture. */
export interface FixtureReport {
  /** One sentence: what the fixture shows. */
  why: string
  /** Shapes of real code that it stands for: `T1-01` to `T1-35`, `T2-01` to `T2-08`, `T3-01` to `T3-22`. */
  shapes: string[]
  options?: Partial<Choices>
  /** The transform, run alone by jscodeshift on the files of the fixture, must come to the same output. */
  standalone?: boolean
  /** All decisions of the run, no more and no fewer. */
  decisions: ExpectedDecision[]
  findings: ExpectedFinding[]
  typeErrors?: ExpectedTypeError[]
  /** The types of Next.js 16 do not object to the input, although it is wrong: a cast, a look-alike argument. */
  silentTypes?: boolean
}

export interface Fixture {
  /** `<transform>/<what-it-shows>`. */
  name: string
  transform: string
  report: FixtureReport
  input: Tree
  /** Only the files that change, whole. */
  output: Tree
  /** The whole app afterwards: output over input. */
  after: Tree
}

/** Every fixture, sorted by name. */
export function loadFixtures(): Fixture[] {
  return foldersOf(fixturesRoot).flatMap((transform) =>
    foldersOf(path.join(fixturesRoot, transform)).map((shows) => loadFixture(transform, shows)),
  )
}

function foldersOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function loadFixture(transform: string, shows: string): Fixture {
  const folder = path.join(fixturesRoot, transform, shows)
  const report: FixtureReport = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'))
  const input = readTree(path.join(folder, 'input'))
  const output = readTree(path.join(folder, 'output'))
  return { name: `${transform}/${shows}`, transform, report, input, output, after: { ...input, ...output } }
}

/** Rows for `test.each` and `describe.each` with `%s`, which unlike `$name` does not cut names short. */
export function byName(fixtures: Fixture[]): [string, Fixture][] {
  return fixtures.map((fixture) => [fixture.name, fixture])
}
