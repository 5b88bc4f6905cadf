'use server'

import { expireBasket, expireOrder } from '@acme/cache'

export async function placeOrder(id: string) {
  expireBasket(id)
  expireOrder(id)
}
