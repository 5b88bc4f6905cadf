import type { PlanResult } from '../../index.js'
import type { Workspace } from '../../workspace/types.js'
import { nearest } from './blame.js'
import { type Checked, check, type Texts } from './check.js'
import { missingModule, newProblems, packageOf } from './compare.js'
import { installed, major } from './compiler.js'
import { projectsOf } from './configs.js'
import { findCulprits } from './culprits.js'
import { withFollowers } from './followers.js'
import { type Format, withoutDecisions } from './roll-back.js'
import type { RolledBack, TypeProblem, Verification } from './types.js'

export type * from './types.js'

export interface VerifyOptions {
  workspace: Workspace
  /** Lays out texts that are edited anew; they stay as they are when absent. */
  format?: Format
  /** Told before each run of a compiler: how many there have been. */
  onCheck?: (done: number) => void
}

export interface VerifyResult {
  /** The plan without the decisions that were taken back. */
  result: PlanResult
  verification: Verification
}

/** The output of retag calls functions that came with it. */
const neededNext = 16

/**
 * Type-checks the projects of the changed files before and after the edits, with their own TypeScript where it is
 * installed, else with the one that retag brings. Decisions whose edits make new errors are taken back. The new texts
 * are laid over the old ones in memory, or in a copy of the tree; the tree itself is not written to.
 *
 * @throws ProcessError where a compiler gives no answer
 */
export async function verify(result: PlanResult, options: VerifyOptions): Promise<VerifyResult> {
  const { workspace, format = async (changes) => changes, onCheck = () => {} } = options
  const { root } = workspace
  const { configs, unchecked } = projects(workspace, result)
  const old = textsBefore(workspace, result)
  let runs = 0
  const ask = async (variants: readonly Texts[]): Promise<Checked[]> => {
    onCheck(runs++)
    return configs.length === 0 ? [] : await check(root, configs, variants)
  }
  const over = ({ changes }: PlanResult): Texts =>
    new Map([...old, ...changes.map(({ file, after }) => [file, after] as const)])

  const first = await ask([old, over(result)])
  const isNew = (now: readonly Checked[], index: number): TypeProblem[] =>
    distinct(now.flatMap(({ config, found }) => addedIn(first, config, found[index] ?? []))).filter(
      (problem) => !isNextMissing(problem),
    )
  const problems = isNew(first, 1)
  if (problems.length === 0) {
    return { result, verification: summed(first, first, 1, { unchecked, rolledBack: [], added: [] }) }
  }
  const { plan, changes } = result
  const { decisions } = plan
  const rolledBackFor = (ids: ReadonlySet<string>): RolledBack[] => {
    const culprits = decisions.filter(({ id }) => ids.has(id))
    const own = new Map(culprits.map(({ id }) => [id, [] as TypeProblem[]]))
    for (const problem of problems) {
      const cause = nearest(problem, culprits, changes) ?? culprits[0]
      if (cause) own.get(cause.id)?.push(problem)
    }
    const all = withFollowers(workspace, decisions, ids)
    const ordered = decisions.filter(({ id }) => all.has(id))
    return ordered.map(({ id }) => ({ decision: id, errors: own.get(id) ?? [] }))
  }
  const tried = new Map<string, Tried>()
  const without = async (ids: ReadonlySet<string>): Promise<Tried> => {
    const key = JSON.stringify([...ids].sort())
    const known = tried.get(key)
    if (known) return known
    const rolledBack = rolledBackFor(ids)
    const made = await withoutDecisions(result, rolledBack, workspace, format)
    const checked = await ask([over(made)])
    const one = { result: made, rolledBack, checked, added: isNew(checked, 0) }
    tried.set(key, one)
    return one
  }
  const search = { problems, decisions, changes, sources: workspace }
  const culprits = await findCulprits({ ...search, without: async (ids) => (await without(ids)).added })
  const { checked, rolledBack, added, result: settled } = await without(culprits)
  return { result: settled, verification: summed(first, checked, 0, { unchecked, rolledBack, added }) }
}

/** A plan without some of its decisions, and what the checker says of it. */
interface Tried {
  result: PlanResult
  rolledBack: RolledBack[]
  checked: Checked[]
  added: TypeProblem[]
}

/** The configs to check, and what cannot be. */
function projects(
  { root }: Workspace,
  { changes }: PlanResult,
): { configs: string[]; unchecked: Verification['unchecked'] } {
  const there = changes.filter(({ before }) => before !== '').map(({ file }) => file)
  const { configs, without, silent } = projectsOf(root, there)
  const unchecked = [
    ...without.map((file) => ({ file, reason: 'no tsconfig includes it' })),
    ...silent.map((file) => ({ file, reason: 'it is JavaScript, and checkJs is off' })),
  ]
  const checked = configs.filter((config) => {
    const next = installed(root, config, 'next')
    if (next === null || major(next.version) >= neededNext) return true
    const reason = `Next.js ${next.version} is installed there, and the new calls need ${neededNext}; install that and run again`
    unchecked.push({ file: config, reason })
    return false
  })
  return { configs: checked, unchecked }
}

/** Null for files that are not there yet. */
function textsBefore(workspace: Workspace, { changes }: PlanResult): Texts {
  const known = new Set(workspace.files)
  return new Map(changes.map(({ file, before }) => [file, known.has(file) ? before : null]))
}

function addedIn(first: readonly Checked[], config: string, now: readonly TypeProblem[]): TypeProblem[] {
  const [before = []] = first.find((one) => one.config === config)?.found ?? []
  return newProblems(before, now)
}

/** An import of next/cache that is new to a file, where Next.js is not installed: nothing was wrong with the edit. */
function isNextMissing(problem: TypeProblem): boolean {
  const module = missingModule(problem)
  return module !== null && packageOf(module) === 'next'
}

/** A file may belong to several projects. */
function distinct(problems: readonly TypeProblem[]): TypeProblem[] {
  const found = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...found.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
}

function summed(
  first: readonly Checked[],
  last: readonly Checked[],
  index: number,
  rest: Pick<Verification, 'unchecked' | 'rolledBack' | 'added'>,
): Verification {
  const configs = first.map(({ config, compiler, found: [before = []] }) => {
    const after = last.find((one) => one.config === config)?.found[index] ?? []
    const missing = [...before, ...after].flatMap((problem) => missingModule(problem) ?? [])
    const own = compiler.kind === 'command' || compiler.package !== null
    return {
      config,
      typescript: compiler.version,
      compiler: own ? ('project' as const) : ('retag' as const),
      before: before.length,
      after: after.length,
      unresolved: [...new Set(missing)].sort(),
    }
  })
  const problems = first.flatMap(({ config, problems: [problem] }) =>
    problem === undefined ? [] : [{ file: config, reason: problem }],
  )
  const before = configs.reduce((sum, config) => sum + config.before, 0)
  const after = configs.reduce((sum, config) => sum + config.after, 0)
  const unchecked = [...rest.unchecked, ...problems].sort((a, b) => (a.file < b.file ? -1 : 1))
  return { before, after, fixed: before - after + rest.added.length, ...rest, configs, unchecked }
}
