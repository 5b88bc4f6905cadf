'use server'

import { updateTag } from 'next/cache'
import { type Invoice, save } from '@/lib/db'
import { invoiceTags } from '@/lib/tags'

export async function saveInvoice(invoice: Invoice) {
  await save(invoice)
  updateTag(invoiceTags.list(invoice.orgId))
  updateTag(invoiceTags.record(invoice.id))
}
