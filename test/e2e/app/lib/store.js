import { readFile, writeFile } from 'node:fs/promises'

/** The bakery's outside store, a JSON file that others write too. Next.js knows nothing about its changes. */
const file = () => process.env.STORE_FILE

export async function readEntry(name) {
  const entries = JSON.parse(await readFile(file(), 'utf8'))
  return entries[name]
}

export async function writeEntry(name, value) {
  const entries = JSON.parse(await readFile(file(), 'utf8'))
  await writeFile(file(), JSON.stringify({ ...entries, [name]: value }))
}
