import { runProcess } from '../process.js'
import { reason } from '../redact.js'
import { withRetries } from '../retry.js'
import { type Credentials, RepositoryProblem } from '../types.js'
import { gitEnvironment } from './environment.js'

/** Runs git for one repository. Answers with stdout. */
export interface Git {
  /** @throws RepositoryProblem with what git said, without credentials */
  (args: readonly string[], options?: GitOptions): Promise<string>
  /** The same for what talks to a remote: tried again after network problems. */
  remote(args: readonly string[], options?: GitOptions): Promise<string>
}

export interface GitOptions {
  cwd?: string
  input?: string
  env?: NodeJS.ProcessEnv
}

export interface GitContext {
  /** Folder in which git runs unless another is named. */
  cwd: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  backoff: readonly number[]
  credentials: Credentials | null
  /** The address that the credentials belong to. */
  address: string
}

/** Git for one repository, with the safe settings of {@link gitEnvironment}. */
export function createGit(context: GitContext): Git {
  const base = gitEnvironment(context.env, context.credentials, context.address)
  async function git(args: readonly string[], options: GitOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await runProcess('git', args, {
      cwd: options.cwd ?? context.cwd,
      env: { ...base, ...options.env },
      signal: context.signal,
      ...(options.input === undefined ? {} : { input: options.input }),
    })
    if (code === 0) return stdout
    const name = args.find((argument) => !argument.startsWith('-'))
    throw new RepositoryProblem('failed', reason(`git ${name}: ${cause(stderr, code)}`, context.credentials))
  }
  return Object.assign(git, {
    remote: (args: readonly string[], options?: GitOptions): Promise<string> =>
      withRetries(
        () => git(args, options),
        context.backoff,
        context.signal,
        (error) => (error instanceof RepositoryProblem ? error.message : null),
      ),
  })
}

/** What git says of a failure: its `fatal:` and `error:` lines, or the last line. */
function cause(stderr: string, code: number | null): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const said = lines.filter((line) => /^(?:fatal|error|remote: (?:error|fatal)|!|ssh):?/i.test(line))
  const told = said.length > 0 ? said : lines.slice(-1)
  const text = told.map((line) => line.replace(/^(?:fatal|error): /i, '')).join('; ')
  return text === '' ? `ended with exit code ${code}` : text
}
