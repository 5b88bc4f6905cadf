import { getPayload } from 'payload'
import config from '../../../payload.config'

export default async function Page() {
  const payload = await getPayload({ config })
  const posts = await payload.find({ collection: 'posts' })
  return <ul>{posts.docs.map((post) => <li key={post.slug}>{post.slug}</li>)}</ul>
}
