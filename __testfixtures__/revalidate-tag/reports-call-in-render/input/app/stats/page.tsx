import { revalidateTag } from 'next/cache'

export default async function StatsPage() {
  revalidateTag('stats')
  return <p>{Date.now()}</p>
}
