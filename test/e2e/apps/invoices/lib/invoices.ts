import { cacheTag, unstable_cache } from 'next/cache'
import { type Invoice, readInvoices, readTerms } from './store'
import { invoiceTags } from './tags'

export async function listInvoices(orgId: string): Promise<Invoice[]> {
  'use cache'
  cacheTag(invoiceTags.list(orgId))
  return readInvoices(orgId)
}

export async function getInvoice(orgId: string, id: string): Promise<Invoice> {
  'use cache'
  cacheTag(invoiceTags.record(orgId, id))
  const invoices = await readInvoices(orgId)
  return invoices.find((invoice) => invoice.id === id) ?? { id, total: 'nothing' }
}

export async function latestInvoices(orgId: string): Promise<Invoice[]> {
  return unstable_cache(() => readInvoices(orgId), ['latest', orgId], { tags: [invoiceTags.list(orgId)] })()
}

export const getTerms = unstable_cache(readTerms, ['terms'])

export function textOf(invoices: readonly Invoice[]): string {
  return invoices.map(({ id, total }) => `${id} is ${total}`).join(', ')
}
