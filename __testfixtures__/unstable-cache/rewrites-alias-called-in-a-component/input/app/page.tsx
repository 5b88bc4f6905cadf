import { unstable_cache as cache } from 'next/cache'
import { cookies } from 'next/headers'
import { Suspense } from 'react'

interface Bucket {
  id: string
  variant: 'a' | 'b'
}

async function Greeting({ bucket }: { bucket: Bucket }) {
  const user = (await cookies()).get('user')?.value ?? 'guest'
  const getGreeting = cache(
    // The same for everybody in one bucket with one name.
    async (bucket, user) => {
      const response = await fetch(`https://greetings.example/${bucket.variant}?to=${user}`)
      return response.text()
    },
    [],
    { tags: ['greeting'] },
  )
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
