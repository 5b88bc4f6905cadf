'use server'

import { expirePosts } from '../../lib/posts'

export async function save() {
  expirePosts()
}
