import { cacheTag } from 'next/cache'
import { invoiceTags } from './tags'

export async function listInvoices(orgId: string): Promise<string[]> {
  'use cache'
  cacheTag(invoiceTags.list(orgId))
  return (await fetch(`https://invoices.example/${orgId}`)).json()
}

export async function getInvoice(orgId: string, id: string): Promise<string> {
  'use cache'
  cacheTag(invoiceTags.record(orgId, id))
  return (await fetch(`https://invoices.example/${orgId}/${id}`)).json()
}
