import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const cache = vi.hoisted(() => ({ revalidateTag: vi.fn() }))

vi.mock('next/cache', () => cache)

test('expires the order', async () => {
  await saveOrder('1')
  expect(cache.revalidateTag).toHaveBeenCalledWith('order:1')
})
