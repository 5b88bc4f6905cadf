'use server'

import { expireMember, teamCache } from '@/lib'

export async function leave(id: string) {
  expireMember(id)
  teamCache.expireTeam('t1')
}
