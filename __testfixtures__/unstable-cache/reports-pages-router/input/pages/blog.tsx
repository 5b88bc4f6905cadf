import type { GetServerSideProps } from 'next'
import { overview } from '../lib/blog'

interface Props {
  posts: string[]
}

export const getServerSideProps: GetServerSideProps<Props> = async () => ({ props: await overview() })

export default function Blog({ posts }: Props) {
  return <p>{posts.join()}</p>
}
