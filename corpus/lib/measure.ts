import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const peakScript = fileURLToPath(new URL('./peak.cjs', import.meta.url))

export interface Measured {
  /** Null when a signal ended it. */
  exitCode: number | null
  stdout: string
  stderr: string
  /** Wall-clock seconds from start to end of the process. */
  seconds: number
  /** Peak resident memory in MB, summed over this process and its Node children; null when none could report. */
  megabytes: number | null
}

export interface MeasureOptions {
  cwd: string
  /** A folder of the caller that may hold the figures for a moment. */
  scratch: string
  input?: string
}

/** Runs a Node program to its end in a process of its own. */
export async function measure(args: readonly string[], options: MeasureOptions): Promise<Measured> {
  const peakFile = path.join(options.scratch, 'peak')
  rmSync(peakFile, { force: true })
  const { DRY_RUN: _, ...inherited } = process.env
  const env = {
    ...inherited,
    NO_COLOR: '1',
    NODE_OPTIONS: `--require ${JSON.stringify(peakScript)}`,
    RETAG_PEAK_FILE: peakFile,
  }
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd: options.cwd, env, stdio: 'pipe' })
  const chunks = { out: [] as Buffer[], err: [] as Buffer[] }
  child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk))
  // A program that does not read its input closes the pipe early; its exit code tells the rest.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const seconds = (performance.now() - start) / 1000
  return {
    exitCode,
    stdout: Buffer.concat(chunks.out).toString('utf8'),
    stderr: Buffer.concat(chunks.err).toString('utf8'),
    seconds,
    megabytes: readPeak(peakFile),
  }
}

function readPeak(file: string): number | null {
  if (!existsSync(file)) return null
  const kilobytes = readFileSync(file, 'utf8').trim().split('\n').map(Number)
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024)
}
