import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const { cacheMocks } = vi.hoisted(() => ({
  cacheMocks: { revalidateTag: vi.fn() },
}))

vi.mock('next/cache', () => cacheMocks)

test('expires the order', async () => {
  await saveOrder('1')
  expect(cacheMocks.revalidateTag).toHaveBeenCalledWith('order:1')
})
