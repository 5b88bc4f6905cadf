'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentOrg } from '@/lib/session'
import { writeInvoice } from '@/lib/store'

export async function saveInvoice(id: string, form: FormData): Promise<void> {
  const orgId = await currentOrg()
  await writeInvoice(orgId, id, String(form.get('total')))
  revalidatePath('/invoices')
  revalidatePath(`/invoices/${id}`)
  revalidatePath('/statement')
}

export async function saveAndClose(id: string, form: FormData): Promise<void> {
  const orgId = await currentOrg()
  await writeInvoice(orgId, id, String(form.get('total')))
  revalidatePath('/invoices')
  revalidatePath(`/invoices/${id}`)
  redirect('/invoices')
}
