'use server'

import { cancelOrder } from '../../lib/orders'

export async function cancel(formData: FormData) {
  await cancelOrder(String(formData.get('id')))
}
