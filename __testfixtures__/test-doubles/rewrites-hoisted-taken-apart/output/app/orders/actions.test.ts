import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const { revalidatePath, revalidateTag, updateTag } = vi.hoisted(() => ({
  revalidatePath: vi.fn(),
  revalidateTag: vi.fn(),
  updateTag: vi.fn(),
}))

vi.mock('next/cache', () => ({ revalidatePath, revalidateTag, updateTag }))

test('expires the order', async () => {
  await saveOrder('1')
  expect(updateTag).toHaveBeenCalledWith('order:1')
})
