import { getTheme } from '../lib/theme'

export default async function Page() {
  const theme = await getTheme()
  return <main style={{ background: theme.background, color: theme.text }}>Hello</main>
}
