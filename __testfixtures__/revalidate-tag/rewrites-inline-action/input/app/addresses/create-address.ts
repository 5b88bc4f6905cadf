import { revalidateTag } from 'next/cache'
import { db } from '../../lib/db'

export async function createAddress(userId: string, formData: FormData) {
  await db.save({ id: String(formData.get('id')), userId })
  revalidateTag(`addresses:${userId}`)
}
