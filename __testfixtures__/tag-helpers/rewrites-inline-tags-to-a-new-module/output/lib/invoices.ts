import { cacheTag } from 'next/cache'
import { allOf, byId } from '@/lib/db'
import { invoiceTags } from '@/lib/tags'

export async function listInvoices(orgId: string) {
  'use cache'
  cacheTag(invoiceTags.all(), invoiceTags.list(orgId))
  return allOf(orgId)
}

export async function getInvoice(id: string) {
  'use cache'
  cacheTag(invoiceTags.record(id))
  return byId(id)
}

export async function getTemplate(name: string) {
  'use cache'
  cacheTag(invoiceTags.template(name))
  return name
}
