import { updateTag } from 'next/cache'
import { notes } from './store'

notes.onWrite((table) => {
  updateTag(table)
})

export { notes }
