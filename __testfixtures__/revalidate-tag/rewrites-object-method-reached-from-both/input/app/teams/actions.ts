'use server'

import { updateTeam } from '../../lib/team/service'

export async function renameTeam(id: string, name: string) {
  await updateTeam(id, name)
}
