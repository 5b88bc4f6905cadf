'use server'

import { revalidatePath } from 'next/cache'
import { later } from '../../lib/later'

export async function publish() {
  later(revalidatePath)
}

export async function publishAs(...given: [string, 'page']) {
  revalidatePath(...given)
}
