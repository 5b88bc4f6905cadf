import { cacheTag } from 'next/cache'
import { invoiceTags } from './tags'

export interface Invoice {
  id: string
  orgId: string
  number: string
  total: number
}

const api = 'https://invoices.example'

async function read<T>(path: string): Promise<T> {
  const response = await fetch(api + path)
  return (await response.json()) as T
}

export async function listInvoices(orgId: string): Promise<Invoice[]> {
  'use cache'
  cacheTag(invoiceTags.all(), invoiceTags.list(orgId))
  return read(`/orgs/${orgId}/invoices`)
}

export async function getInvoice(orgId: string, id: string): Promise<Invoice> {
  'use cache'
  cacheTag(invoiceTags.all(), invoiceTags.record(orgId, id))
  return read(`/orgs/${orgId}/invoices/${id}`)
}

export async function sumOutstanding(orgId: string): Promise<number> {
  'use cache'
  cacheTag(invoiceTags.list(orgId))
  return read(`/orgs/${orgId}/outstanding`)
}

export async function searchInvoices(orgId: string, query: string): Promise<Invoice[]> {
  'use cache'
  cacheTag(invoiceTags.list(orgId))
  return read(`/orgs/${orgId}/invoices?q=${encodeURIComponent(query)}`)
}

export async function publishedInvoices(): Promise<Invoice[]> {
  'use cache'
  cacheTag(invoiceTags.all())
  return read('/published')
}
