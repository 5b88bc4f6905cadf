import type { GetStaticProps } from 'next'
import { getPosts } from '../lib/posts'

export const getStaticProps: GetStaticProps<{ posts: string[] }> = async () => ({
  props: { posts: await getPosts() },
})

export default function Home({ posts }: { posts: string[] }) {
  return <p>{posts.join()}</p>
}
