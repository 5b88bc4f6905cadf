import { revalidateTag } from 'next/cache'

export type Handler = (id: string) => Promise<void>

export interface CachePort {
  expire(id: string): void
}

export async function expireInvoice(id: string) {
  revalidateTag(`invoice-${id}`)
}

export const customers = {
  expire(id: string) {
    revalidateTag(`customer-${id}`)
  },
}
