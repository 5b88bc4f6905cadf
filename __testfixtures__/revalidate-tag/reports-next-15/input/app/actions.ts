'use server'

import { revalidateTag } from 'next/cache'

export async function save() {
  revalidateTag('settings')
}
