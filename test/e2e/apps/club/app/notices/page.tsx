import { Suspense } from 'react'
import { currentMember } from '@/lib/member'
import { getNotices } from './actions'
import { Ask } from './ask'

export default function Page() {
  return (
    <Suspense>
      <Notices />
    </Suspense>
  )
}

/** The same function, called by the server here and by the browser in the button. */
async function Notices() {
  const member = await currentMember()
  return (
    <main>
      <output>{await getNotices(member)}</output>
      <Ask member={member} />
    </main>
  )
}
