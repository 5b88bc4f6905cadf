import { revalidateTag } from 'next/cache'

export const expireTeam = (id: string) => {
  revalidateTag(`team:${id}`, { expire: 0 })
}
