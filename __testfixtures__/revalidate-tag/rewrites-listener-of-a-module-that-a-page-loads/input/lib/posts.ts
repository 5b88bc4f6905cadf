import { revalidateTag } from 'next/cache'
import { posts } from './store'

posts.onWrite((table) => {
  revalidateTag(table)
})

export { posts }
