export default function FeedPage() {
  return <p>Feed</p>
}
