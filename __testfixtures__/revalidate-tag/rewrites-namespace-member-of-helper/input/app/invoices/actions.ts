'use server'

import * as invoiceCache from '../../lib/invoice-cache'

export async function pay(id: string) {
  invoiceCache.expire(id)
}
