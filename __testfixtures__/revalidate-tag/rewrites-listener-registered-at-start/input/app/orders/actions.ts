'use server'

import { bus } from '../../lib/bus'

export async function pay() {
  bus.emit('order.paid')
}
