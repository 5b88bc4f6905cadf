import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href
/** Milliseconds that a process has to end by itself before it is killed. */
const grace = 5_000

/** A Node process in a group of its own. */
export interface Started {
  /** Id of the process, and of its group. */
  pid: number
  /** What it and its workers have printed so far, both streams. */
  output(): string
  /** Resolves with the exit code (null after a signal) when it has ended and its output is complete. */
  ended: Promise<number | null>
  /** Ends it and its workers; resolves when they are gone. May be called again. */
  stop(): Promise<void>
}

/**
 * Starts `node args...`.
 *
 * @param cwd absolute
 * @param env the whole environment
 */
export function startNode(args: string[], cwd: string, env: NodeJS.ProcessEnv): Started {
  return started(
    spawn(process.execPath, args, { cwd, env, ...ownGroup, stdio: ['ignore', 'pipe', 'pipe'] }),
    args,
  )
}

/** As {@link startNode}, for a program that would run on for ever: it ends when this process does, however that goes. */
export function startServer(args: string[], cwd: string, env: NodeJS.ProcessEnv): Started {
  const guarded = ['--import', endWithParent, ...args]
  return started(
    spawn(process.execPath, guarded, { cwd, env, ...ownGroup, stdio: ['pipe', 'pipe', 'pipe'] }),
    args,
  )
}

const ownGroup = { detached: process.platform !== 'win32', windowsHide: true }

function started(child: ChildProcess, args: string[]): Started {
  const { pid } = child
  if (pid === undefined) throw new Error(`node ${args.join(' ')} could not be started.`)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  let over = false
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    over = true
    return code ?? null
  })
  const stop = async () => {
    if (over) return
    signal(pid, 'SIGTERM')
    const timer = setTimeout(() => signal(pid, 'SIGKILL'), grace)
    await ended
    clearTimeout(timer)
  }
  return { pid, output: () => text, ended, stop }
}

/** To the whole group, so that workers go too. Windows has neither groups nor a polite way. */
function signal(group: number, name: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(group), '/t', '/f'], { windowsHide: true })
    return
  }
  try {
    process.kill(-group, name)
  } catch (error) {
    // It has just ended: ESRCH, or EPERM on macOS while nobody has collected it.
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}
