import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const mocks = vi.hoisted(() => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))
vi.mock('next/cache', () => ({ revalidateTag: mocks.revalidateTag, updateTag: mocks.updateTag }))

test('expires the order', async () => {
  await saveOrder('1')
  expect(mocks.updateTag).toHaveBeenCalledWith('order:1')
})
