export async function getStaticProps() {
  const posts: string[] = await (await fetch('https://cms.example/posts')).json()
  return { props: { posts } }
}

export default function PostsPage({ posts }: { posts: string[] }) {
  return <p>{posts.length} posts</p>
}
