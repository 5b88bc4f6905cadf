import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { saveOrder } from '../app/orders/actions'
import { POST } from '../app/api/orders/route'

vi.mock('next/cache', () => ({ revalidateTag: vi.fn(), updateTag: vi.fn() }))

test('both expire', async () => {
  await saveOrder('1')
  await POST()
  expect(revalidateTag).toHaveBeenCalledTimes(2)
})
