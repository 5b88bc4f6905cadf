'use server'

import { inngest } from '../../jobs/client'

export async function pay(id: string) {
  await inngest.send({ name: 'invoice/paid', data: { id } })
}
