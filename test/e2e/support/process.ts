import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href
/** How long a process may take to end itself before it is killed, in milliseconds. */
const grace = 5_000

/** A Node process in a group of its own. */
export interface Started {
  /** What it has printed so far, both streams. */
  output(): string
  /** Resolves when it has ended and its output is complete, with its exit code; null when a signal ended it. */
  ended: Promise<number | null>
  /** Ends it and all that it started. Resolves when it is gone; may be called twice. */
  stop(): Promise<void>
}

/**
 * Starts `node args...`.
 *
 * @param cwd absolute
 * @param env the whole environment
 * @param guarded true for a process that would run on when the test is killed: it ends with the test then
 */
export function startNode(args: string[], cwd: string, env: NodeJS.ProcessEnv, guarded: boolean): Started {
  const child = spawn(process.execPath, [...(guarded ? ['--import', endWithParent] : []), ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: [guarded ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  // Who waits gets the error of a failed start; nobody waiting must not end the test run.
  ended.catch(() => {})
  return { output: () => text, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) signal(child, 'SIGTERM')
  const late = new AbortController()
  const gone = await Promise.race([
    ended.then(() => true),
    pause(grace, false, { signal: late.signal }).catch(() => true),
  ])
  late.abort()
  if (!gone) signal(child, 'SIGKILL')
  await ended
}

/** The whole group, so that workers go with their parent; Windows knows no groups, and there the parent must do. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') child.kill(name)
  else if (isGroupAlive(child.pid)) process.kill(-child.pid, name)
}

function isGroupAlive(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

export const pathOf = (url: URL): string => fileURLToPath(url)
