import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Above this many bytes a file is read each time it is asked for, so that a few giants don't fill the memory. */
const cacheLimit = 2 * 1024 * 1024

export interface Reader {
  /** Raw bytes; undefined when the file cannot be read, and then it is on the list. */
  bytes(file: string): Buffer | undefined
  /** Text without byte order mark; undefined when the file cannot be read or is no UTF-8. */
  text(file: string): string | undefined
  /** Puts a file on the list of unreadable ones, once. */
  report(file: string, message: string): void
}

/** Why a file could not be read, without the machine's paths in it. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  if (code === 'ENOENT') return 'it is no longer there'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it; check its mode and owner'
  if (code === 'EISDIR') return 'it is a folder by now'
  return `it cannot be read (${code})`
}

/** Reads files below root, each at most once. */
export function createReader(root: string, unreadable: { file: string; message: string }[]): Reader {
  const cache = new Map<string, Buffer | undefined>()
  const reported = new Set<string>(unreadable.map((entry) => entry.file))

  function report(file: string, message: string): void {
    if (reported.has(file)) return
    reported.add(file)
    unreadable.push({ file, message })
  }

  function bytes(file: string): Buffer | undefined {
    const known = cache.get(file)
    if (known !== undefined || cache.has(file)) return known
    let buffer: Buffer | undefined
    try {
      buffer = readFileSync(path.join(root, file))
    } catch (error) {
      report(file, reasonOf(error))
    }
    if (buffer === undefined || buffer.length <= cacheLimit) cache.set(file, buffer)
    return buffer
  }

  function text(file: string): string | undefined {
    const buffer = bytes(file)
    if (buffer === undefined) return undefined
    const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf
    const decoded = buffer.toString('utf8', marked ? 3 : 0)
    // Bytes that are no UTF-8 would come back changed when the file is written.
    if (decoded.includes('\uFFFD') && !isUtf8(buffer)) {
      report(file, 'it is not valid UTF-8; save it as UTF-8')
      return undefined
    }
    return decoded
  }

  return { bytes, text, report }
}
