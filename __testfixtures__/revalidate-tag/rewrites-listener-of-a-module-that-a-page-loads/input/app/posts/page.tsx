import { posts } from '../../lib/posts'

export default function PostsPage() {
  async function rename() {
    'use server'
    posts.write('posts')
  }
  return (
    <form action={rename}>
      <button>Rename</button>
    </form>
  )
}
