'use server'

import { unstable_expireTag } from 'next/cache'

export const reload = async (id: string) => unstable_expireTag('tables', `table:${id}`)
