import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Engine } from '../../src/cli/engine.js'
import type { Input, Io, Output } from '../../src/cli/io.js'
import { run } from '../../src/cli/run.js'
import { createGraph } from '../../src/graph/graph.js'
import { type Analysis, type Choices, routes, type WorkspaceOptions } from '../../src/index.js'
import type { Decision, FileChange, Plan } from '../../src/plan/types.js'
import { openWorkspace } from '../../src/workspace/index.js'
import { decision, samplePlan } from '../report/sample.js'

/** A Next.js app that every test starts from: two calls to rewrite, in two files. */
export const appFiles: Record<string, string> = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
  'app/actions.ts': "'use server'\n\nexport async function save() {\n  revalidateTag('posts')\n}\n",
  'app/more.ts': "'use server'\n\nexport async function more() {\n  revalidateTag('users')\n}\n",
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
}

export interface Project {
  root: string
  write(file: string, text: string): void
  read(file: string): string
  git(...args: string[]): void
}

/** A temporary folder, removed after the test; `git` commits all of it first. */
export function project(options: { git: boolean; files?: Record<string, string> }): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'retag-cli-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const made: Project = {
    root,
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    git(...args) {
      const who = ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'commit.gpgsign=false']
      execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' })
    },
  }
  for (const [file, text] of Object.entries(options.files ?? appFiles)) made.write(file, text)
  if (options.git) {
    made.git('init', '-q')
    made.git('add', '-A')
    made.git('commit', '-qm', 'start')
  }
  return made
}

export interface FakeEngine extends Engine {
  /** What the command line gave. */
  seen: { options?: WorkspaceOptions; choices?: Partial<Choices> }
}

/**
 * An engine with a real workspace and a plan made by one search: every `revalidateTag('x')` becomes `updateTag('x')`.
 *
 * @param over what the plan holds besides.
 */
export function fakeEngine(over: Partial<Plan> & { apply?: Engine['apply'] } = {}): FakeEngine {
  const seen: FakeEngine['seen'] = {}
  const { apply, ...parts } = over
  return {
    seen,
    analyze(options): Analysis {
      seen.options = options
      return { workspace: openWorkspace(options) } as Analysis
    },
    plan({ workspace }, choices) {
      seen.choices = choices
      const decisions: Decision[] = []
      const changes: FileChange[] = []
      for (const file of [...workspace.selected].sort()) {
        const before = workspace.text(file) ?? ''
        const found = decisionsIn(file, before)
        if (found.length === 0) continue
        decisions.push(...found)
        const after = before.replaceAll(/revalidateTag\(('\w+')\)/g, 'updateTag($1)')
        changes.push({ file, before, after, decisions: found.map(({ id }) => id) })
      }
      return { plan: samplePlan(decisions, { root: workspace.root, ...parts }), changes }
    },
    routes: ({ workspace }) => routes({ workspace, graph: createGraph(workspace) }),
    apply:
      apply ??
      (({ plan, changes }) => {
        for (const { file, after } of changes) writeFileSync(join(plan.root, file), after)
        return { written: changes.map(({ file }) => file), failures: [] }
      }),
  }
}

function decisionsIn(file: string, text: string): Decision[] {
  return text.split('\n').flatMap((source, index) => {
    const match = /revalidateTag\(('\w+')\)/.exec(source)
    if (match === null) return []
    const line = index + 1
    const evidence = [[{ file, line: line - 1, symbol: 'save' }]]
    const texts = { before: match[0], after: `updateTag(${match[1]})` }
    return [decision({ file, line, column: match.index + 1, ...texts, evidence })]
  })
}

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv
  stdin?: string
  /** Makes stdin, stdout and stderr terminals; the text is typed as soon as a question is asked. */
  typed?: string
  engine?: Engine
}

/** Runs the command line within this process and gathers what it writes. */
export async function runIn(cwd: string, argv: string[], options: RunOptions = {}): Promise<Ran> {
  const isTTY = options.typed !== undefined
  const out: string[] = []
  const err: string[] = []
  const stdin = isTTY ? terminalInput() : (Readable.from(options.stdin ? [options.stdin] : []) as Input)
  let typed = options.typed ?? ''
  const stderr = collector(err, isTTY, (text) => {
    if (typed === '' || !text.includes('Write these changes')) return
    const keys = typed
    typed = ''
    setTimeout(() => stdin.push(keys), 20)
  })
  const io: Io = { stdin, stdout: collector(out, isTTY), stderr, env: { NO_COLOR: '1', ...options.env }, cwd }
  const code = await run(argv, io, options.engine ?? fakeEngine())
  return { code, stdout: out.join(''), stderr: err.join('') }
}

function collector(texts: string[], isTTY: boolean, seen: (text: string) => void = () => {}): Output {
  const stream: Output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const text = chunk.toString()
      texts.push(text)
      seen(text)
      done()
    },
  })
  if (isTTY) Object.assign(stream, { isTTY, columns: 80, rows: 24 })
  return stream
}

function terminalInput(): Input {
  return Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} })
}
