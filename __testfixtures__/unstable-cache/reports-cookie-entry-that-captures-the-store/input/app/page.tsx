import { getColors, getTheme } from '../lib/theme'

export default async function Page() {
  return <p>{(await getTheme()) + (await getColors())}</p>
}
