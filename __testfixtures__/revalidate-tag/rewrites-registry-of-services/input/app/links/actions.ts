'use server'

import { links, users } from '../../lib/caches'

export async function save(link: string, user: string) {
  links.expire(link)
  users.expire(user)
}
