'use server'

import { revalidateTag } from 'next/cache'
import { writeEntry } from '@/lib/store'

export async function saveMenu(form) {
  await writeEntry('menu', form.get('value'))
  revalidateTag('menu')
}
