'use server'

import { orderPaid } from '../../lib/events'
import { mailRead } from '../../lib/mails'

export async function pay(id: string) {
  await orderPaid(id)
  await mailRead(id)
}
