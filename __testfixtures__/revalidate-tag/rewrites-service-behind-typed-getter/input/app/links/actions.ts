'use server'

import { expireLink } from '../../lib/link-cache'

export async function save(id: string) {
  expireLink(id)
}
