import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A script of this folder's `child`, plain JavaScript that runs as it is from the sources and from the build. */
export type Child = 'format-prettier' | 'check-types'

export interface RunOptions {
  /** Absolute. */
  cwd: string
  /** What the process reads from its standard input. */
  input?: string
  /** Milliseconds until it is ended. */
  timeout: number
  /** Megabytes that the process may use for its objects; Node's own limit when absent. */
  memory?: number
}

export interface Ended {
  /** Null where the process was ended from outside. */
  code: number | null
  stdout: string
  stderr: string
}

/** Thrown where a process gave no answer; `message` is a clause for a sentence: `it took longer than 60 seconds`. */
export class ProcessError extends Error {
  override name = 'ProcessError'
}

const maxOutput = 512 * 1024 * 1024

/**
 * What a tool gets of the environment. It runs code of installed packages, which has no use for the tokens that a shell
 * or a CI job carries, and `NODE_OPTIONS` would load things into it.
 */
const passedOn =
  /^(?:PATH|PATHEXT|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|TMPDIR|TEMP|TMP|LANG|LC_ALL|LC_CTYPE|TZ)$/i

/**
 * Runs a script under this Node.js, without a shell, and waits for its end.
 *
 * @throws ProcessError where it could not be started, took too long or wrote too much
 */
export function runNode(script: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const limit = options.memory === undefined ? [] : [`--max-old-space-size=${options.memory}`]
  return run(process.execPath, [...limit, script, ...args], options)
}

function run(
  program: string,
  args: readonly string[],
  { cwd, input = '', timeout }: RunOptions,
): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => passedOn.test(name)))
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { cwd, env, timeout, killSignal: 'SIGKILL', maxBuffer: maxOutput, windowsHide: true, encoding: 'utf8' },
      (error, stdout, stderr) => {
        if (error === null) resolve({ code: 0, stdout, stderr })
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
        else reject(new ProcessError(whyNot(error, timeout)))
      },
    )
    // A process that ends before it has read everything is told by its exit code.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function whyNot(
  error: { code?: string | number | null; killed?: boolean; signal?: string | null },
  timeout: number,
): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'it wrote too much'
  if (error.killed) return `it took longer than ${Math.round(timeout / 1000)} seconds`
  if (typeof error.code === 'string') return `it could not be started (${error.code})`
  return `it was ended by ${error.signal ?? 'a signal'}`
}

const marker = '\n@@retag:'

/**
 * Asks one of the scripts in `child`: a value in, a value out, both as JSON.
 *
 * @throws ProcessError where it gave no answer
 */
export async function askChild(
  child: Child,
  question: unknown,
  options: Omit<RunOptions, 'input'>,
): Promise<unknown> {
  const script = fileURLToPath(new URL(`./child/${child}.mjs`, import.meta.url))
  const ended = await runNode(script, [], { ...options, input: JSON.stringify(question) })
  // What a plug-in prints comes before.
  const at = ended.stdout.lastIndexOf(marker)
  if (ended.code === 0 && at >= 0) return JSON.parse(ended.stdout.slice(at + marker.length))
  throw new ProcessError(firstLine(ended.stderr) ?? `it ended with code ${ended.code}`)
}

/** The line that says what went wrong, out of a stack. */
export function firstLine(text: string): string | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.find((line) => /^\[?\w*error\b/i.test(line)) ?? lines.find((line) => line !== '') ?? null
}
