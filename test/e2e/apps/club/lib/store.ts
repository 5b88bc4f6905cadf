import { readFile } from 'node:fs/promises'

const file = () => process.env.STORE_FILE ?? ''

/** The club's outside store, a JSON file that others write. Next.js knows nothing about its changes. */
export async function readEntry(name: string): Promise<string> {
  const entries: Record<string, string> = JSON.parse(
    await readFile(/* turbopackIgnore: true */ file(), 'utf8'),
  )
  return entries[name] ?? 'nothing'
}
