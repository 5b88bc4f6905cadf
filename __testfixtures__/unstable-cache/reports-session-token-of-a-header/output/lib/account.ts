import { cacheLife } from 'next/cache'
import { headers } from 'next/headers'

async function fetchAccount(accessToken: string): Promise<{ name: string }> {
  const response = await fetch('https://api.example/me', { headers: { authorization: accessToken } })
  return response.json()
}

async function cachedAccount(...args: Parameters<typeof fetchAccount>) {
  'use cache'
  cacheLife({ revalidate: 60 })
  return fetchAccount(...args)
}

async function cachedName(token: string) {
  'use cache'
  cacheLife({ revalidate: Infinity })
  return (await fetchAccount(token)).name
}

export async function getAccount() {
  const list = await headers()
  const { name } = await cachedAccount(list.get('authorization') ?? '')
  return name === '' ? cachedName(list.get('x-session-token') ?? '') : name
}
