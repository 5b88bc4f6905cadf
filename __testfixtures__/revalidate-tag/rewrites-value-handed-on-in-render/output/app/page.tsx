import { later } from 'later'
import { revalidateTag } from 'next/cache'

function expireVisits() {
  revalidateTag('visits', { expire: 0 })
}

export default function Page() {
  later(expireVisits)
  return null
}
