import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'

export interface Session {
  userId: string
  orgId: string
}

export async function requireSession(): Promise<Session> {
  const store = await cookies()
  const userId = store.get('user')?.value
  const orgId = store.get('org')?.value
  if (!userId || !orgId) redirect('/login')
  return { userId, orgId }
}
