import { savePost } from '../api/actions'

export function PostsPage() {
  return (
    <form action={savePost}>
      <button>Save</button>
    </form>
  )
}
