import { revalidateTag } from 'next/cache'

export async function orderPaid(id: string) {
  revalidateTag(`order-${id}`)
}
