import { expect, test, vi } from 'vitest'
import { saveOrder } from './actions'

const { revalidatePath, revalidateTag } = vi.hoisted(() => ({
  revalidatePath: vi.fn(),
  revalidateTag: vi.fn(),
}))

vi.mock('next/cache', () => ({ revalidatePath, revalidateTag }))

test('expires the order', async () => {
  await saveOrder('1')
  expect(revalidateTag).toHaveBeenCalledWith('order:1')
})
