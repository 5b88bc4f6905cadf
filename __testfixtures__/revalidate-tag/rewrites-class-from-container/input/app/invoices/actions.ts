'use server'

import { resolve } from '../../lib/container'
import type { InvoiceService } from '../../lib/invoice-service'

export async function archive(id: string) {
  await resolve<InvoiceService>('invoices').archive(id)
}
