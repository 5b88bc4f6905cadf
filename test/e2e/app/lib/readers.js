import { unstable_cache } from 'next/cache'
import { readEntry } from './store'

export const getMenu = unstable_cache(() => readEntry('menu'), ['menu'], { tags: ['menu'] })
export const getHours = unstable_cache(() => readEntry('hours'), ['hours'], { tags: ['hours'] })
export const getStock = unstable_cache(() => readEntry('stock'), ['stock'], { tags: ['stock'] })
export const getPrices = unstable_cache(() => readEntry('prices'), ['prices'], { tags: ['prices'] })
export const getOrders = unstable_cache(() => readEntry('orders'), ['orders'], { tags: ['orders'] })
