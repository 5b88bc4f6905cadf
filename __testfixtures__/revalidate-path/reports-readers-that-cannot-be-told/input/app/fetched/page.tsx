import { getFetched } from '../../lib/open'
import { getPosts } from '../../lib/posts'

export default async function FetchedPage() {
  const options: RequestInit = JSON.parse(process.env.OPTIONS ?? '{}')
  const [posts, more] = await Promise.all([getPosts(), getFetched(options)])
  return <p>{posts.length + more.length}</p>
}
