'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Invoice } from '@/lib/invoices'
import { addInvoice, writeInvoice } from '@/lib/invoices-api'
import { requireSession } from '@/lib/session'
import { invoiceTags } from '@/lib/tags'

export async function updateInvoice(id: string, form: FormData) {
  const { orgId } = await requireSession()
  await writeInvoice(orgId, id, Number(form.get('total')))
  updateTag(invoiceTags.list(orgId))
  updateTag(invoiceTags.record(orgId, id))
  revalidatePath(`/invoices/${id}/opengraph-image`)
  revalidatePath('/sitemap.xml')
}

export async function createInvoice(form: FormData) {
  const session = await requireSession()
  await addInvoice(session.orgId, String(form.get('number')))
  updateTag(invoiceTags.list(session.orgId))
  revalidatePath('/feed.xml')
  redirect('/invoices')
}

export async function reopenInvoice(invoice: Invoice) {
  await writeInvoice(invoice.orgId, invoice.id, invoice.total)
  updateTag(invoiceTags.list(invoice.orgId))
  updateTag(invoiceTags.record(invoice.orgId, invoice.id))
}
