import { unstable_cache } from 'next/cache'
import { loadGame } from './games'

export async function getScore(id: string) {
  const game = await loadGame(id)
  const best = await unstable_cache(async () => JSON.stringify(game), ['score', id], { tags: ['scores'] })()
  return best.length
}
