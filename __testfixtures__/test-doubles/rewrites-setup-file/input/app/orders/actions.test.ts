import { test } from 'vitest'
import { saveOrder } from './actions'

test('saves the order', async () => {
  await saveOrder('1')
})
