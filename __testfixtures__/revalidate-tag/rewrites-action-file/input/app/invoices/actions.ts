'use server'

import { revalidatePath, revalidateTag } from 'next/cache'
import { redirect } from 'next/navigation'
import { db } from '../../lib/db'

const listTag = (org: string) => `invoices:${org}`

export async function payInvoice(org: string, id: string) {
  await db.save({ id, org, paid: true })
  revalidateTag('invoices')
  revalidateTag(`invoice:${id}`)
  revalidateTag(listTag(org))
  revalidatePath('/invoices')
  redirect(`/invoices/${id}`)
}

export const removeInvoice = async (id: string) => {
  try {
    await db.remove(id)
    revalidateTag(`invoice:${id}`)
    return { ok: true }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}
