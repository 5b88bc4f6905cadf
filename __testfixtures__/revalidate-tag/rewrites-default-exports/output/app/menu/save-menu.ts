'use server'

import refreshMenu from '../../lib/expire-menu'
import { updateTag } from 'next/cache'

export default async function saveMenu() {
  refreshMenu()
  updateTag('dishes')
}
