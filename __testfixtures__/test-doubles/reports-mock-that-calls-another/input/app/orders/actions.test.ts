import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const revalidateTagMock = vi.fn()

vi.mock('next/cache', () => ({
  revalidateTag: (...tags: unknown[]) => revalidateTagMock(...tags),
}))

test('expires the order', async () => {
  await saveOrder('1')
  expect(revalidateTagMock).toHaveBeenCalledWith('order:1')
})
