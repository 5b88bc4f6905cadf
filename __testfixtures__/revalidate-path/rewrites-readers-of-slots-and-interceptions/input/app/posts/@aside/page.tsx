import { getAuthors } from '../../../lib/authors'

export default async function Aside() {
  return <p>{(await getAuthors()).length} authors</p>
}
