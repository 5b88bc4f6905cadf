import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

vi.mock('next/cache', async (original) => ({
  ...(await original<typeof import('next/cache')>()),
  revalidateTag: vi.fn(),
}))

test('expires the order', async () => {
  await saveOrder('1')
  expect(vi.mocked(revalidateTag)).toHaveBeenCalledWith('order:1')
})
