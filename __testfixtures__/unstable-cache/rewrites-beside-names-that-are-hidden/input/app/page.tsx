import { getLetters, getTags } from '../lib/tags'

export default async function Page() {
  return <p>{(await getTags(['a'])).counts.length + (await getLetters('a'))}</p>
}
