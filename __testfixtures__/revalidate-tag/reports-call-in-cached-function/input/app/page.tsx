import { getFeed, getRates } from '../lib/feed'

export default async function Page() {
  const [feed, rates] = await Promise.all([getFeed(), getRates()])
  return <p>{feed.length + rates.eur}</p>
}
