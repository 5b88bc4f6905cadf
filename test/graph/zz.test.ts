import { expect, test } from 'vitest'
import { contextsOf } from '../support/app.js'
test('x', () => {
  const t0 = performance.now()
  for (let i = 0; i < 50; i++) contextsOf({ 'lib/a.ts': `import { revalidateTag } from 'next/cache'\nexport const a = () => revalidateTag('a')`, 'app/x/route.ts': `import { a } from '../../lib/a'\nexport const GET = () => a()`})
  console.log((performance.now() - t0)/50)
  expect(contextsOf({ 'lib/a.ts': `import { revalidateTag } from 'next/cache'\nexport const a = () => revalidateTag('a')`, 'app/x/route.ts': `import { a } from '../../lib/a'\nexport const GET = () => a()`})).toEqual({a: ['route-handler']})
})
