import { unstable_cache } from 'next/cache'
import { test } from 'vitest'

test('entries are kept', async () => {
  const load = unstable_cache(async () => 1, ['one'])
  await load()
})
