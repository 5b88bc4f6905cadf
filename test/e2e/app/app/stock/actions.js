'use server'

import { expireStock } from '@/lib/expire-stock'
import { writeEntry } from '@/lib/store'

export async function saveStock(form) {
  await writeEntry('stock', form.get('value'))
  expireStock()
}
