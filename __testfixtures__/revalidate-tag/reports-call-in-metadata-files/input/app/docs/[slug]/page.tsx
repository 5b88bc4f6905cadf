import { revalidateTag } from 'next/cache'

export async function generateStaticParams() {
  revalidateTag('docs')
  return [{ slug: 'start' }]
}

export default function Page() {
  return null
}
