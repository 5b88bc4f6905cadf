'use server'

import { revalidateTag } from 'next/cache'
import { getCacheTag } from '../../lib/cookies'

export async function updateProfile() {
  revalidateTag(await getCacheTag('customers'))
}
