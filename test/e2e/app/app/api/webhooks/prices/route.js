import { expirePrices } from '@/lib/expire-prices'

/** The supplier has already changed the store; this only tells the shop about it. */
export async function POST() {
  expirePrices()
  return Response.json({ received: true })
}
