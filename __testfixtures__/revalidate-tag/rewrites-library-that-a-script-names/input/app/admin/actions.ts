'use server'

import { expirePosts } from '../../lib/generated/tags'
import { purge } from '../../lib/purge'

export async function purgeAll() {
  purge()
  expirePosts()
}
