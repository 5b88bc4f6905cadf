'use server'

import { revalidateTag } from 'next/cache'

export async function save(saved: Promise<void>) {
  await saved.then(revalidateTag.bind(null, 'posts'))
  revalidateTag.call(null, 'posts')
}
