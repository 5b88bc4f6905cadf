import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import type { Ran } from './fake.js'

const main = join(packageRoot(), 'src/cli/main.ts')
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** How the real program is started from its sources: the command and what comes before its arguments. */
export const program = [process.execPath, '--import', loader, main]

/** Settings of the machine that runs the tests must not change what the program prints. */
const env = { ...process.env, NO_COLOR: '1', DRY_RUN: '', GITHUB_ACTIONS: '' }

/** Runs a line of shell; `"$@"` stands for the real program with its arguments. */
export function shell(line: string, argv: string[], cwd = packageRoot()): Promise<Ran> {
  const program = [process.execPath, '--import', loader, main, ...argv]
  return collect(spawn('sh', ['-c', line, 'sh', ...program], { cwd, env }))
}

/** Runs the real program as a process of its own. `gone`: the reader closes stdout before a byte is read. */
export function retag(argv: string[], cwd = packageRoot(), gone = false): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', loader, main, ...argv], { cwd, env })
  if (gone) child.stdout.destroy()
  return collect(child)
}

function collect(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => chunks[name].push(chunk))
    }
    const text = (name: keyof typeof chunks): string => Buffer.concat(chunks[name]).toString('utf8')
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, stdout: text('stdout'), stderr: text('stderr') }))
    child.stdin.end()
  })
}
