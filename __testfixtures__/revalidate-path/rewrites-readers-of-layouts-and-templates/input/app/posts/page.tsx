export default function PostsPage() {
  return <p>Choose a post</p>
}
