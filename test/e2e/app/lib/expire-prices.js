import { revalidateTag } from 'next/cache'

/** Only the supplier's webhook comes here. */
export function expirePrices() {
  revalidateTag('prices')
}
