import { getAuthors } from '../../lib/authors'

export default async function AuthorsPage() {
  return <p>{(await getAuthors()).length}</p>
}
