import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** Tests that mock `next/cache` follow the code that they test. */
export const transform = {
  id: 'test-doubles',
  title: 'Test doubles',
  summary: 'mocks of next/cache get the functions that the code now calls, and assertions move to them',
  docs: 'docs/transforms/test-doubles.md',
  words: ['next/cache'],
  edits: ['add-mock-member', 'assertion'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
