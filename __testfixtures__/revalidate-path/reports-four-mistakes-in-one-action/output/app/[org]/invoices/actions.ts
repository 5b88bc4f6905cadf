'use server'

import { revalidateTag, updateTag } from 'next/cache'
import { db } from '../../../lib/db'
import { invoiceTags } from '../../../lib/tags'

export async function payInvoice(orgId: string, id: string) {
  await db.transaction(async (tx) => {
    await tx.pay(orgId, id)
    updateTag(`invoice-${orgId}-${id}`)
  })
  revalidateTag(invoiceTags.list(orgId), 'max')
}
