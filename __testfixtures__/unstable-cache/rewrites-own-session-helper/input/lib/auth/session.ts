import { cookies } from 'next/headers'

export interface Session {
  user: { id: string; name: string }
  expires: Date
}

export async function getSession(): Promise<Session | null> {
  const cookieStore = await cookies()
  const raw = cookieStore.get('session')?.value
  return raw ? (JSON.parse(raw) as Session) : null
}
