'use server'

import { revalidateTag, todoTag } from '../../lib/cache'

export async function finish(id: string) {
  revalidateTag(todoTag(id))
}
