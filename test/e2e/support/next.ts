import path from 'node:path'
import { modules } from './app.js'
import { pollUntil } from './poll.js'
import { startNode, startServer } from './process.js'

/** Milliseconds: what a busy machine needs, several times over. */
const buildLimit = 150_000
const startLimit = 60_000

const next = path.join(modules, 'next', 'dist', 'bin', 'next')

/** A `next start` that answers. */
export interface Server {
  /** Id of the process. */
  pid: number
  /** Origin on the loopback interface, no slash at the end. */
  url: string
  /** What the server has printed so far; complete once it has been stopped. */
  output(): string
  /** Ends the server; resolves when it is gone. May be called again. */
  stop(): Promise<void>
}

/**
 * Runs `next build`.
 *
 * @param folder a copy of an app, see copyApp
 * @param variables what the app reads from the environment
 * @throws Error with the output when the build fails or takes too long
 */
export async function build(folder: string, variables: Record<string, string>): Promise<void> {
  const root = commonFolder(folder, modules)
  const args = ['build', root ? '--turbopack' : '--webpack']
  const env = { ...environment(variables), ...(root && { TURBOPACK_ROOT: root }) }
  const running = startNode([next, ...args], folder, env)
  const timer = setTimeout(running.stop, buildLimit)
  const code = await running.ended
  clearTimeout(timer)
  if (code !== 0) throw new Error(`next build ended with ${code}:\n${running.output()}`)
}

/**
 * Runs `next start` on a free port of the loopback interface.
 *
 * @param folder a copy that was built
 * @param variables what the app reads from the environment
 * @throws Error with the output when the server ends, or is not ready in time; nothing runs then
 */
export async function start(folder: string, variables: Record<string, string>): Promise<Server> {
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', '0']
  const running = startServer(args, folder, environment(variables))
  let over = false
  running.ended.then(() => {
    over = true
  })
  const url = () => /Local:\s+(http:\/\/[\d.]+:\d+)/.exec(running.output())?.[1]
  // "Ready" is printed before the build is even looked for; an answer is what counts.
  const isUp = async () => over || answers(url())
  try {
    await pollUntil(isUp, (up) => up, startLimit)
    const found = url()
    if (over || !found) throw new Error('It ended.')
    return { pid: running.pid, url: found, output: running.output, stop: running.stop }
  } catch (cause) {
    await running.stop()
    throw new Error(`next start did not come up:\n${running.output()}`, { cause })
  }
}

async function answers(url: string | undefined): Promise<boolean> {
  if (!url) return false
  const answer = fetch(url, { signal: AbortSignal.timeout(5_000) })
  const { status } = await answer.catch(() => ({ status: 0 }))
  return status > 0
}

/** The test runner's own settings (NODE_ENV=test) would change what Next.js does. */
function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...variables }
}

/** The innermost folder that holds both; null on different drives. */
function commonFolder(one: string, other: string): string | null {
  const up = path.dirname(one)
  const relative = path.relative(up, other)
  if (path.isAbsolute(relative)) return null
  return relative.startsWith('..') && up !== one ? commonFolder(up, other) : up
}
