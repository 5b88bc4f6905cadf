import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

type Store = Awaited<ReturnType<typeof cookies>>

function themeOf(store: Store) {
  return store.get('theme')?.value ?? 'light'
}

export async function getTheme() {
  const theme = (await cookies()).get('theme')?.value ?? 'light'
  const css = await unstable_cache(async () => `${themeOf(await cookies())}.css`, [theme])()
  return css.trim()
}

export async function getColors() {
  const store = await cookies()
  const colors = await unstable_cache(async () => [themeOf(store)], ['colors', themeOf(store)])()
  return colors.length
}
