import { getAuthors } from '../../lib/posts'

export default async function Page() {
  return <p>{(await getAuthors()).join()}</p>
}
