'use server'

import { expireMember } from '~/server/cache'

export async function removeMember(id: string) {
  expireMember(id)
}
