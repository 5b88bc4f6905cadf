import { getAuthors, getMenu, getPost, getRates } from '../lib/posts'

export default async function Page() {
  const [post, authors, menu, rates] = await Promise.all([
    getPost('hello'),
    getAuthors(),
    getMenu(),
    getRates(),
  ])
  return <p>{`${post.slug} ${authors.join()} ${menu} ${rates}`}</p>
}
