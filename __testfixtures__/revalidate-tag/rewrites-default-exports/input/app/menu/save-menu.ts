'use server'

import refreshMenu from '../../lib/expire-menu'
import { revalidateTag } from 'next/cache'

export default async function saveMenu() {
  refreshMenu()
  revalidateTag('dishes')
}
