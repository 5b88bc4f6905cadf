import { cacheService } from '../lib/cache-service'
import { withCache } from '../lib/with-cache'

export default async function Page() {
  const a = await withCache({ fn: async (id: string) => ({ id }), args: ['1'], keys: ['a'], tags: ['a'] })
  const b = await cacheService.cached(async () => 'b', { key: 'b', revalidate: 300 })
  return <p>{a.id + b}</p>
}
