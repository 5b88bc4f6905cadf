import { revalidateTag } from 'next/cache'

export async function getServerSideProps() {
  revalidateTag('home')
  return { props: {} }
}

export default function Home() {
  return null
}
