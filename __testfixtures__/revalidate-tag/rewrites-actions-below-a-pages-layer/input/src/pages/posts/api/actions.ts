'use server'

import { expirePosts } from '../model/expire'

export async function savePost() {
  expirePosts()
}
