'use server'

import { updateTag } from 'next/cache'
import { after } from 'next/server'

export async function endBattle(id: string) {
  after(() => {
    updateTag(`battle-${id}`)
  })
}
