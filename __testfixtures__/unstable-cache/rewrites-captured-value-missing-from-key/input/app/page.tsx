import { getCachedGlobal, getTranslations } from '../lib/globals'

export default async function Page() {
  const header = await getCachedGlobal('header', 1)()
  const footer = await getTranslations('footer', 'de')
  return <p>{header.links.concat(footer.links).join(' ')}</p>
}
