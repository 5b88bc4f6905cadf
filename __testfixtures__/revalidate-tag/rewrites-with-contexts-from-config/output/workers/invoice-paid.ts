import { revalidateTag } from 'next/cache'

export default async function invoicePaid(id: string) {
  revalidateTag(`invoice:${id}`, 'max')
}
