import { findFirst, getDocument, getNewest } from '../lib/cms'

export default async function Page() {
  const post = await getDocument('posts', 'hello')()
  const author = await getNewest('authors')
  const [first] = await findFirst<{ id: string }>('posts')
  return <p>{post.title + author.name + first?.id}</p>
}
