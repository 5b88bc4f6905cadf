'use server'

import { updateTag } from 'next/cache'
import { type Invoice, save } from '@/lib/db'

export async function saveInvoice(invoice: Invoice) {
  await save(invoice)
  updateTag(`invoices-${invoice.orgId}`)
  updateTag('invoice-' + invoice.id)
}
