import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** Names of `next/cache` that lost their `unstable_` prefix or their inner module. */
export const transform = {
  id: 'stable-names',
  title: 'Stable names',
  summary:
    'unstable_cacheTag, unstable_cacheLife and imports from next/dist become what next/cache exports today',
  docs: 'docs/transforms/stable-names.md',
  words: [
    'unstable_expireTag',
    'unstable_expirePath',
    'unstable_cacheTag',
    'unstable_cacheLife',
    'next/dist/',
  ],
  edits: ['rename', 'call', 'call-per-argument', 'callback'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
