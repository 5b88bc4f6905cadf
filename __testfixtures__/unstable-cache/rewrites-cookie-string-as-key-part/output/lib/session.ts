import { cacheLife, cacheTag } from 'next/cache'

export interface Session {
  userId: string
  plan: 'free' | 'team'
}

/** The session that belongs to a session cookie. */
export async function getSession(sid: string): Promise<Session | null> {
  'use cache'
  cacheLife({ revalidate: 60 })
  cacheTag('session')
  const response = await fetch('https://auth.example/session', {
    headers: { cookie: `sid=${sid}` },
  })
  return response.ok ? ((await response.json()) as Session) : null
}
