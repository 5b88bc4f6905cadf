import { expect, test } from 'vitest'
import { addItem } from './actions'

test('addItem returns the id', async () => {
  expect(await addItem('1')).toBe('1')
})
