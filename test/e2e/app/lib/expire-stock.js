import { revalidateTag } from 'next/cache'

/** The baker's form and the till's route handler both come here. */
export function expireStock() {
  revalidateTag('stock')
}
