import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { createCacheMock } from '../../test/cache-mock'
import { saveOrder } from './actions'

vi.mock('next/cache', () => createCacheMock())

test('expires the order', async () => {
  await saveOrder('1')
  expect(revalidateTag).toHaveBeenCalledWith('order:1')
})
