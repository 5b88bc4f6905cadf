import { getDrafts, getPosts } from '../lib/posts'

export default async function Page() {
  return <p>{(await getPosts('')).posts.length + (await getDrafts([]))}</p>
}
