import { getAuthors, getAverage, getReviews } from '../lib/reviews'
import { loadReviews } from '../lib/reviews/load'

export default async function Page() {
  const fresh = await loadReviews('shoe')
  const cached = await getReviews('shoe', 2)
  return <p>{[fresh.length, cached.length, await getAverage('shoe'), ...(await getAuthors())].join(' ')}</p>
}
