import { readFile, writeFile } from 'node:fs/promises'

export interface Invoice {
  id: string
  total: string
}

/** The outside store, a JSON file that others write too. Next.js knows nothing about its changes. */
interface Store {
  terms: string
  invoices: Record<string, Record<string, string>>
}

const file = () => process.env.STORE_FILE ?? ''

async function read(): Promise<Store> {
  return JSON.parse(await readFile(/* turbopackIgnore: true */ file(), 'utf8'))
}

export async function readInvoices(orgId: string): Promise<Invoice[]> {
  const { invoices } = await read()
  return Object.entries(invoices[orgId] ?? {}).map(([id, total]) => ({ id, total }))
}

export async function readTerms(): Promise<string> {
  return (await read()).terms
}

export async function writeInvoice(orgId: string, id: string, total: string): Promise<void> {
  const store = await read()
  store.invoices[orgId] = { ...store.invoices[orgId], [id]: total }
  await writeFile(/* turbopackIgnore: true */ file(), JSON.stringify(store))
}
