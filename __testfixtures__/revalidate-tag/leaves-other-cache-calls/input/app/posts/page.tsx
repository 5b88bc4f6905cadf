export default function PostsPage() {
  return <p>Posts</p>
}
