import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { list } from '../context/words.js'
import type { Decision, Finding, Plan } from '../plan/types.js'
import { explanation } from '../report/explain.js'
import { isSource } from '../workspace/paths.js'
import type { Workspace } from '../workspace/types.js'
import { UsageError } from '../workspace/types.js'
import type { Engine } from './engine.js'
import type { Io } from './io.js'
import { colorsFor, emit, widthOf } from './io.js'
import type { SharedFlags } from './program.js'
import { prepare } from './setup.js'

interface Target {
  /** As the person wrote it. */
  file: string
  line: number
  column: number | null
}

/**
 * `retag explain <file:line>`: the decisions and findings of one line, with their evidence.
 *
 * @returns the exit code.
 * @throws UsageError when nothing stands on the line; it names the nearest lines.
 */
export async function explain(text: string, flags: SharedFlags, io: Io, engine?: Engine): Promise<number> {
  const target = parseTarget(text)
  const path = locate(target.file, io.cwd)
  const narrow = await lookAt(target, path, [path], flags, io, engine)
  // What follows from other files (a setting, a tag that both sides share) is only decided where those are selected.
  const isAlone = narrow.found && narrow.decisions.every(({ rule }) => rule !== 'not-selected')
  const { workspace, plan, file, decisions, findings, found } = isAlone
    ? narrow
    : await lookAt(target, path, [narrow.workspace.root], flags, io, engine)
  if (!found) throw nothingThere(target, file, plan)
  const lines = new Map<string, string[]>()
  const sourceLine = (name: string, line: number): string | undefined => {
    if (!lines.has(name)) lines.set(name, workspace.text(name)?.split(/\r?\n/) ?? [])
    return lines.get(name)?.[line - 1]
  }
  const layout = { width: widthOf(io.stdout), colors: colorsFor(io.stdout, io.env) }
  await emit(io.stdout, explanation({ decisions, findings }, { ...layout, sourceLine }))
  return 0
}

interface Seen {
  workspace: Workspace
  plan: Plan
  /** Relative to the root. */
  file: string
  decisions: Decision[]
  findings: Finding[]
  found: boolean
}

/** What a plan of some paths says about one line. */
async function lookAt(
  { line, column }: Target,
  path: string,
  paths: string[],
  flags: SharedFlags,
  io: Io,
  engine?: Engine,
): Promise<Seen> {
  const { analysis, result } = await prepare({ paths, ruled: [path] }, flags, io, engine)
  const { workspace } = analysis
  const file = relative(realpathSync(workspace.root), realpathSync(path)).split(sep).join('/')
  const isHere = (item: { file: string; line: number; column: number }): boolean =>
    item.file === file && item.line === line && (column === null || item.column === column)
  const decisions = result.plan.decisions.filter(isHere)
  const findings = result.plan.findings.filter(isHere)
  return {
    workspace,
    plan: result.plan,
    file,
    decisions,
    findings,
    found: decisions.length + findings.length > 0,
  }
}

function parseTarget(text: string): Target {
  const match = /^(.+?):(\d+)(?::(\d+))?$/s.exec(text)
  const [, file, line, column] = match ?? []
  if (file === undefined || line === undefined) {
    throw new UsageError(
      `"${text}" names no line. Write the file and the line, as in \`retag explain app/actions.ts:12\`.`,
    )
  }
  return { file, line: Number(line), column: column === undefined ? null : Number(column) }
}

/** The file as seen from the current folder, else from a folder above it: reports show paths from the root. */
function locate(file: string, cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = resolve(folder, file)
    if (existsSync(path)) return sourceFile(path, file)
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) break
  }
  throw new UsageError(
    `${file} does not exist. Give a path as seen from the current folder or from the repository's root.`,
  )
}

function sourceFile(path: string, shown: string): string {
  if (isSource(basename(path)) && statSync(path).isFile()) return path
  throw new UsageError(`${shown} is no source file. Name a JavaScript or TypeScript file and a line of it.`)
}

function nothingThere(target: Target, file: string, plan: Plan): UsageError {
  const places = [...plan.decisions, ...plan.findings].filter((item) => item.file === file)
  const lines = [...new Set(places.map(({ line }) => line))]
  const shown = target.column === null ? `${target.line}` : `${target.line}:${target.column}`
  const missing = `${file}:${shown} holds no call that retag looks at`
  if (lines.length === 0) {
    return new UsageError(
      `${missing}, nor does any other line of the file. \`retag --dry-run --json\` lists every call.`,
    )
  }
  const distance = (line: number): number => Math.abs(line - target.line)
  const nearest = lines
    .sort((a, b) => distance(a) - distance(b) || a - b)
    .slice(0, 3)
    .sort((a, b) => a - b)
    .map((line) => `${file}:${line}`)
  const are = nearest.length === 1 ? 'The nearest is' : 'The nearest are'
  return new UsageError(`${missing}. ${are} ${list(nearest)}.`)
}
