import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

interface Theme {
  background: string
  text: string
}

export async function getTheme(): Promise<Theme> {
  const store = await cookies()
  const load = unstable_cache(
    async (): Promise<Theme> => {
      const response = await fetch(`https://themes.example/${store.get('theme')?.value ?? 'light'}.json`)
      return response.json()
    },
    ['theme', store.get('theme')?.value ?? 'light'],
  )
  return load()
}
