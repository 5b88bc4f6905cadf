import { updateTag } from 'next/cache'

export const expireMember = (id: string) => {
  updateTag(`member:${id}`)
}
