import { runProcess } from './process.js'
import { reason } from './redact.js'
import { RepositoryProblem } from './types.js'

/**
 * Runs the person's verify command in a shell, in the clone. It may run what the repository holds: only for repositories
 * that are trusted.
 *
 * @throws RepositoryProblem where it ends with another exit code than 0
 */
export async function verify(
  command: string,
  folder: string,
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<void> {
  const shell = process.platform === 'win32' ? ['cmd', '/d', '/s', '/c'] : ['sh', '-c']
  const [program = 'sh', ...args] = [...shell, command]
  const {
    code,
    signal: ended,
    stdout,
    stderr,
  } = await runProcess(program, args, { cwd: folder, env, signal })
  if (code === 0) return
  const last = (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? ''
  const how = ended === null ? `exit code ${code}` : ended
  throw new RepositoryProblem('failed', reason(`The verify command ended with ${how}: ${last}`))
}
