'use server'

import { revalidateTag } from 'next/cache'
import { after } from 'next/server'

export async function endBattle(id: string) {
  after(() => {
    revalidateTag(`battle-${id}`)
  })
}
