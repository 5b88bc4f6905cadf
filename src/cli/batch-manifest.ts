import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../workspace/types.js'
import type { Io } from './io.js'

/**
 * Reads the text of a manifest.
 *
 * @param source path of the file, or `-` for stdin
 * @returns the text, its name for messages, and the folder that paths in it count from
 * @throws UsageError where it cannot be read
 */
export async function readManifestText(
  source: string,
  io: Io,
): Promise<{ text: string; shown: string; folder: string }> {
  if (source === '-') return { text: await readStdin(io), shown: 'stdin', folder: io.cwd }
  const file = resolve(io.cwd, source)
  try {
    return { text: readFileSync(file, 'utf8'), shown: source, folder: dirname(file) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new UsageError(
      `${source} ${why}. Give a list of repositories: repos.yml, repos.txt, or - for stdin.`,
    )
  }
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin.isTTY) {
    throw new UsageError('batch - reads stdin, which is a terminal. Pipe a list of repositories into it.')
  }
  const chunks: Buffer[] = []
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
