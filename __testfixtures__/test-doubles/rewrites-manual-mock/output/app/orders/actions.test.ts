import { updateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

vi.mock('next/cache')

test('expires the order', async () => {
  await saveOrder('1')
  expect(updateTag).toHaveBeenCalledWith('order:1')
})
