import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

vi.mock('next/cache')

test('expires the order', async () => {
  await saveOrder('1')
  expect(revalidateTag).toHaveBeenCalledWith('order:1')
})
