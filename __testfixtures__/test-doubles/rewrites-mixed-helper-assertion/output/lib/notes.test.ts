import { revalidateTag } from 'next/cache'
import { expect, test, vi } from 'vitest'
import { expireNote } from './notes'

vi.mock('next/cache', () => ({ revalidateTag: vi.fn() }))

test('expires the note', () => {
  expireNote('1')
  expect(revalidateTag).toHaveBeenNthCalledWith(1, 'note:1', { expire: 0 })
  expect(revalidateTag).not.toHaveBeenCalledWith('note:2', { expire: 0 })
})
