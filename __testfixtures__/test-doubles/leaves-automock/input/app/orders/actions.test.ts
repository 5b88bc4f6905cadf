import { test, vi } from 'vitest'
import { saveOrder } from './actions'

vi.mock('next/cache')

test('saves the order', async () => {
  await saveOrder('1')
})
