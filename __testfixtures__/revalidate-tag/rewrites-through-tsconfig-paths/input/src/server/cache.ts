import { revalidateTag } from 'next/cache'

export const expireMember = (id: string) => {
  revalidateTag(`member:${id}`)
}
