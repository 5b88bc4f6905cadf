import { cookies } from 'next/headers'

/** Who the visitor is, by the cookie. */
export async function currentMember(): Promise<string> {
  const store = await cookies()
  return store.get('member')?.value ?? 'a guest'
}
