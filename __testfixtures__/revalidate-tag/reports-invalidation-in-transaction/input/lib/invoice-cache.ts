import { updateTag } from 'next/cache'

export const invoiceCache = {
  expire(id: string) {
    updateTag(`invoice-${id}`)
    updateTag('invoices')
  },
}
