import { cookies } from 'next/headers'
import { getPosts } from '../../lib/posts'

export default async function AssetsPage() {
  const user = (await cookies()).get('user')?.value
  const response = await fetch(`https://shop.example/assets/${user}`, { cache: 'no-store' })
  const assets: string[] = await response.json()
  const posts = await getPosts()
  return (
    <p>
      {assets.length} assets, {posts.length} posts
    </p>
  )
}
