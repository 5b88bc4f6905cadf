import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))

test('expires the order', async () => {
  await saveOrder('1')
  expect(vi.mocked(revalidateTag).mock.calls[0]).toBe(1)
  const [call] = vi.mocked(revalidateTag).mock.calls
  expect(call).toBe(1)
})
