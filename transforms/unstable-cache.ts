import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** `unstable_cache` entries as `'use cache'` functions that take what made their key as arguments. */
export const transform = {
  id: 'unstable-cache',
  title: "unstable_cache to 'use cache'",
  summary:
    "unstable_cache with cookies in its key becomes a 'use cache' function that takes the cookie as an argument",
  docs: 'docs/transforms/unstable-cache.md',
  words: ['unstable_cache'],
  edits: ['use-cache'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
