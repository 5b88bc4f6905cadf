import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Milliseconds between two looks at the memory of a process. */
const watchInterval = 200

/** What is kept of the output, in bytes: the beginning of stdout, the end of stderr. */
const mostOutput = 256 * 1024 * 1024
const mostErrors = 16 * 1024

export interface Finished {
  /** Null where a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  /** The last 16 KB. */
  stderr: string
  /** Highest resident size in megabytes; null where the system does not tell, or nobody asked. */
  megabytes: number | null
  /** True where it was ended for its memory. */
  tooLarge: boolean
}

export interface ProcessOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  /** Ends the process with everything that it has started. */
  signal: AbortSignal
  input?: string
  /** Most resident memory in megabytes; only Linux can tell. */
  memory?: number
}

/**
 * Runs a program in a process group of its own, without a terminal, and waits for its end. Whatever it has started is
 * ended with it.
 *
 * @throws the reason of the signal where that has ended it; the error of the system where it could not be started
 */
export function runProcess(
  command: string,
  args: readonly string[],
  { cwd, env, signal, input, memory }: ProcessOptions,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    // Detached makes it the leader of a group and takes the terminal away: nothing can ask for a password there.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: 'pipe', windowsHide: true })
    const out = collector(mostOutput)
    const errors = tail(mostErrors)
    child.stdout.on('data', out.add)
    child.stderr.on('data', errors.add)
    // It may end without reading what it is given.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
    const watch = memory === undefined ? null : watchMemory(child, memory)
    const end = (): void => killGroup(child)
    signal.addEventListener('abort', end)
    const clear = (): void => {
      signal.removeEventListener('abort', end)
      watch?.stop()
    }
    child.on('error', (error) => {
      clear()
      reject(error)
    })
    // What it left behind would keep the pipes open.
    child.on('exit', () => killGroup(child))
    child.on('close', (code, ended) => {
      clear()
      if (signal.aborted) return reject(signal.reason)
      resolve({
        code,
        signal: ended,
        stdout: out.text(),
        stderr: errors.text(),
        megabytes: watch?.highest() ?? null,
        tooLarge: watch?.tooLarge() ?? false,
      })
    })
  })
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Gone already; macOS says EPERM of a group whose members are all dead.
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

function watchMemory(child: ChildProcess, most: number) {
  let highest: number | null = null
  let tooLarge = false
  const look = (): void => {
    const now = residentPeak(child.pid)
    if (now === null) return
    highest = now
    if (now <= most || tooLarge) return
    tooLarge = true
    killGroup(child)
  }
  const timer = setInterval(look, watchInterval)
  return { stop: () => clearInterval(timer), highest: () => highest, tooLarge: () => tooLarge }
}

/** Highest resident size so far in megabytes, from /proc of Linux; null where that is not there. */
function residentPeak(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return null
  }
}

function collector(most: number) {
  const chunks: Buffer[] = []
  let size = 0
  return {
    add(chunk: Buffer): void {
      if (size >= most) return
      chunks.push(chunk)
      size += chunk.length
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  }
}

function tail(most: number) {
  let kept = Buffer.alloc(0)
  return {
    add(chunk: Buffer): void {
      kept = Buffer.concat([kept, chunk]).subarray(-most)
    },
    text: () => kept.toString('utf8'),
  }
}
