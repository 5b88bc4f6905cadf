import { unstable_cache } from 'next/cache'
import { headers } from 'next/headers'

async function fetchAccount(accessToken: string): Promise<{ name: string }> {
  const response = await fetch('https://api.example/me', { headers: { authorization: accessToken } })
  return response.json()
}

const cachedAccount = unstable_cache(fetchAccount, ['account'], { revalidate: 60 })

const cachedName = unstable_cache(async (token: string) => (await fetchAccount(token)).name, ['name'])

export async function getAccount() {
  const list = await headers()
  const { name } = await cachedAccount(list.get('authorization') ?? '')
  return name === '' ? cachedName(list.get('x-session-token') ?? '') : name
}
