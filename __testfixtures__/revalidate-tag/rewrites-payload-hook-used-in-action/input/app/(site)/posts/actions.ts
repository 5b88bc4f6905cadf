'use server'

import { getPayload } from 'payload'
import config from '../../../payload.config'

export async function renamePost(id: string, title: string) {
  const payload = await getPayload({ config })
  await payload.update({ collection: 'posts', id, data: { title } })
}
