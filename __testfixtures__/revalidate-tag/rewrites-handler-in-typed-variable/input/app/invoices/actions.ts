'use server'

import { customers, expireInvoice } from '../../lib/billing'

export async function markPaid(id: string, customer: string) {
  await expireInvoice(id)
  customers.expire(customer)
}
