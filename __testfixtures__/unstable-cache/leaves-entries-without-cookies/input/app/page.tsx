import { cookies } from 'next/headers'
import { getPost, getPosts } from '../lib/posts'

export default async function Page() {
  const theme = (await cookies()).get('theme')?.value
  const posts = await getPosts()
  const first = posts[0] && (await getPost(posts[0].slug))
  return <main className={theme}>{first?.slug}</main>
}
