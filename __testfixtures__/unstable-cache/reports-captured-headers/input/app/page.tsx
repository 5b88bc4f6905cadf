import { unstable_cache } from 'next/cache'
import { cookies, headers } from 'next/headers'

export default async function Page() {
  const requestHeaders = await headers()
  const sessionToken = (await cookies()).get('session')?.value ?? ''
  const session = await unstable_cache(
    async () => {
      const response = await fetch('https://auth.example/session', { headers: requestHeaders })
      return (await response.json()) as { name: string }
    },
    [sessionToken],
    { revalidate: 60, tags: ['session'] },
  )()
  return <p>{session.name}</p>
}
