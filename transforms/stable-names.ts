import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** Names of the cache API, and of its settings, that lost their prefix or moved. */
export const transform = {
  id: 'stable-names',
  title: 'Stable names',
  summary:
    'unstable_cacheTag, unstable_cacheLife, imports from next/dist and experimental settings become what Next.js 16 calls them',
  docs: 'docs/transforms/stable-names.md',
  words: [
    'unstable_expireTag',
    'unstable_expirePath',
    'unstable_cacheTag',
    'unstable_cacheLife',
    'unstable_revalidate',
    'experimental',
    'next/dist/',
  ],
  edits: ['rename', 'call', 'call-per-argument', 'callback', 'lift-setting', 'replace'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
