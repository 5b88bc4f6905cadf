import { unstable_cache } from 'next/cache'

export interface Session {
  userId: string
  plan: 'free' | 'team'
}

/** The session that belongs to a session cookie. */
export async function getSession(sid: string): Promise<Session | null> {
  return unstable_cache(
    async () => {
      const response = await fetch('https://auth.example/session', {
        headers: { cookie: `sid=${sid}` },
      })
      return response.ok ? ((await response.json()) as Session) : null
    },
    ['session', sid],
    { tags: ['session'], revalidate: 60 },
  )()
}
