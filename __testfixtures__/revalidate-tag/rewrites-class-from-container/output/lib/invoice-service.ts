import { revalidateTag } from 'next/cache'

export class InvoiceService {
  async archive(id: string) {
    revalidateTag(`invoice:${id}`, { expire: 0 })
  }
}
