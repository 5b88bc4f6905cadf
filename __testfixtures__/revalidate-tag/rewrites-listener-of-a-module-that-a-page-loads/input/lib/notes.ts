import { revalidateTag } from 'next/cache'
import { notes } from './store'

notes.onWrite((table) => {
  revalidateTag(table)
})

export { notes }
