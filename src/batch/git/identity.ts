import { runProcess } from '../process.js'
import type { Identity } from '../types.js'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const identity = /^\s*([^<>\u0000-\u001f]*[^<>\s\u0000-\u001f])\s*<([^<>\s]+)>\s*$/

/** `Name <address>` as an identity; null for anything else. */
export function parseIdentity(text: string): Identity | null {
  const [, name = '', email = ''] = identity.exec(text) ?? []
  return name === '' || email === '' ? null : { name, email }
}

/**
 * Who commits when a person runs `git commit` in a folder.
 *
 * @returns null where git does not know it, or is not there
 */
export async function personOf(
  folder: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Identity | null> {
  const args = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_COMMITTER_IDENT']
  const { code, stdout } = await runProcess('git', args, { cwd: folder, env, signal })
  return code === 0 ? parseIdentity(stdout.replace(/ \d+ [+-]\d+\s*$/, '')) : null
}

/** The oldest git that takes settings from the environment, which no file and no command line shows. */
const oldest = [2, 31] as const

/** One sentence where git is missing or too old, else null. */
export async function gitProblem(
  folder: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | null> {
  const version = await runProcess('git', ['--version'], { cwd: folder, env, signal }).then(
    ({ stdout }) => stdout,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return ''
    },
  )
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null
  return major === 0
    ? `git is not there. Install git ${oldest.join('.')} or later.`
    : `git ${major}.${minor} is too old. Install git ${oldest.join('.')} or later.`
}
