import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn() }))
vi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag }))

test('expires the order', async () => {
  await saveOrder('1')
  expect(mocks.revalidateTag).toHaveBeenCalledWith('order:1')
})
