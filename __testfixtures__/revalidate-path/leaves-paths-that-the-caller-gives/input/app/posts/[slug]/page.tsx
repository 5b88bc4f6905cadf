import { getPost } from '../../../lib/posts'

export default async function PostPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  return <h1>{(await getPost(slug)).title}</h1>
}
