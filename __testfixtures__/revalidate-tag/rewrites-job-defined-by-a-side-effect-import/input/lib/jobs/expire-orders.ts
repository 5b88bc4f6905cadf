import { expireOrders } from '../orders'
import { defineJob } from '../registry'

export const expireOrdersJob = defineJob('expire-orders', async () => {
  expireOrders()
})
