import { revalidatePath } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { savePage } from './actions'

vi.mock('next/cache', () => ({ revalidatePath: vi.fn(), revalidateTag: vi.fn() }))

test('revalidates the path', async () => {
  await savePage('/about')
  expect(revalidatePath).toHaveBeenCalledWith('/about')
})
