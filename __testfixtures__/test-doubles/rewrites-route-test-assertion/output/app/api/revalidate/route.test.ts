import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { POST } from './route'

vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))

test('revalidates the posted tag', async () => {
  await POST(new Request('http://localhost', { method: 'POST', body: 'posts' }))
  expect(revalidateTag).toHaveBeenCalledWith('posts', 'max')
  expect(revalidateTag).toHaveBeenCalledTimes(1)
})
