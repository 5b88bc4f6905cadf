import { cacheLife } from 'next/cache'
import { cookies } from 'next/headers'

interface Theme {
  background: string
  text: string
}

async function load(theme: string | undefined): Promise<Theme> {
  'use cache'
  cacheLife({ revalidate: Infinity })
  const response = await fetch(`https://themes.example/${theme ?? 'light'}.json`)
  return response.json()
}

export async function getTheme(): Promise<Theme> {
  const store = await cookies()
  return load(store.get('theme')?.value)
}
