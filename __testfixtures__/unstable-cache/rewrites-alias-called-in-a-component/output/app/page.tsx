import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'
import { Suspense } from 'react'

interface Bucket {
  id: string
  variant: 'a' | 'b'
}

// The same for everybody in one bucket with one name.
async function getGreeting(bucket: Bucket, user: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  cacheTag('greeting')
  const response = await fetch(`https://greetings.example/${bucket.variant}?to=${user}`)
  return response.text()
}

async function Greeting({ bucket }: { bucket: Bucket }) {
  const user = (await cookies()).get('user')?.value ?? 'guest'
  const greeting = await getGreeting(bucket, user)

  return <h1>{greeting}</h1>
}

export default function Page() {
  return (
    <Suspense>
      <Greeting bucket={{ id: '1', variant: 'a' }} />
    </Suspense>
  )
}
