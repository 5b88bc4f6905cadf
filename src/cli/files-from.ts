import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../workspace/types.js'
import type { Io } from './io.js'

/**
 * Reads a list of files: one per line, or separated by NUL (`git ls-files -z`).
 *
 * @param source path of the list, or `-` for stdin.
 * @returns absolute paths; relative ones count from the current folder.
 * @throws UsageError when the list cannot be read or is empty.
 */
export async function readFileList(source: string, io: Io): Promise<string[]> {
  const text = source === '-' ? await readStdin(io) : readList(resolve(io.cwd, source), source)
  const names = text
    .replace(/^\uFEFF/, '')
    .split(text.includes('\0') ? '\0' : /\r?\n/)
    .filter((name) => name.trim() !== '')
  if (names.length === 0) {
    const where = source === '-' ? 'stdin' : source
    throw new UsageError(`--files-from: ${where} lists no files. Give one path per line.`)
  }
  return names.map((name) => resolve(io.cwd, name))
}

async function readStdin(io: Io): Promise<string> {
  if (io.stdin.isTTY) {
    throw new UsageError('--files-from - reads stdin, which is a terminal. Pipe a list of files into it.')
  }
  const chunks: Buffer[] = []
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function readList(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new UsageError(`--files-from: ${shown} ${why}. Give a file with one path per line, or - for stdin.`)
  }
}
