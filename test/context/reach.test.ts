import { describe, expect, test } from 'vitest'
import { reachOf } from '../../src/context/reach.js'
import { type Context, contexts } from '../../src/context/types.js'

describe('the reach of a call site', () => {
  test('is unreached without any context', () => {
    expect(reachOf([])).toBe('unreached')
  })

  test('is action-only for a Server Action', () => {
    expect(reachOf(['server-action'])).toBe('action-only')
  })

  const neutral = contexts.filter(
    (context) => !['server-action', 'route-handler', 'script'].includes(context),
  )
  test.each(neutral)('stays action-only beside %s, where no form works', (context) => {
    expect(reachOf(['server-action', context])).toBe('action-only')
    expect(reachOf([context])).toBe('non-action')
  })

  test.each<Context>(['route-handler', 'script'])(
    'is mixed beside %s, where only revalidateTag works',
    (context) => {
      expect(reachOf(['server-action', context])).toBe('mixed')
      expect(reachOf(['server-action', ...neutral, context])).toBe('mixed')
      expect(reachOf([context])).toBe('non-action')
    },
  )
})
