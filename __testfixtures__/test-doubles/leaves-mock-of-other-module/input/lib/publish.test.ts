import { expect, test, vi } from 'vitest'
import { revalidateTag } from './cache-client'
import { publish } from './publish'

vi.mock('./cache-client', () => ({ revalidateTag: vi.fn() }))

test('publishes', async () => {
  await publish('hello')
  expect(revalidateTag).toHaveBeenCalledWith('hello')
})
