import { later } from 'later'
import { revalidateTag } from 'next/cache'

function expireVisits() {
  revalidateTag('visits')
}

export default function Page() {
  later(expireVisits)
  return null
}
