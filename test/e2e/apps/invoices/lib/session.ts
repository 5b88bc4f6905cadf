import { cookies } from 'next/headers'

/** The organisation of the visitor, by the cookie. */
export async function currentOrg(): Promise<string> {
  const store = await cookies()
  return store.get('org')?.value ?? 'nobody'
}
