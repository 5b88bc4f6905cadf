'use server'

import { revalidateTag } from 'next/cache'

export async function upgrade() {
  revalidateTag('plans')
}
