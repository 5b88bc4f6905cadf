'use server'

import { updateTag } from 'next/cache'
import { getCacheTag } from '../../lib/cookies'

export async function updateProfile() {
  updateTag(await getCacheTag('customers'))
}
