import { cacheTag } from 'next/cache'
import { allOf, byId } from '@/lib/db'

export async function listInvoices(orgId: string) {
  'use cache'
  cacheTag('invoices', `invoices-${orgId}`)
  return allOf(orgId)
}

export async function getInvoice(id: string) {
  'use cache'
  cacheTag(`invoice-${id}`)
  return byId(id)
}

export async function getTemplate(name: string) {
  'use cache'
  cacheTag(`invoice-template-${name}`)
  return name
}
