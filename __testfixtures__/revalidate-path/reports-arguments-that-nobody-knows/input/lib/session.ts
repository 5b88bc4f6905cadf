import { cookies } from 'next/headers'

export interface Session {
  user: { id: string; teamId: string }
}

export async function getSession(): Promise<Session> {
  const store = await cookies()
  return { user: { id: store.get('user')?.value ?? '', teamId: store.get('team')?.value ?? '' } }
}
