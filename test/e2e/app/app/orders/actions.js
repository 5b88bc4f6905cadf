'use server'

import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { writeEntry } from '@/lib/store'

export async function saveOrders(form) {
  await writeEntry('orders', form.get('value'))
  after(() => revalidateTag('orders'))
}
