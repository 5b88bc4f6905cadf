import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** The setting of next.config that `'use cache'` needs. */
export const transform = {
  id: 'next-config',
  title: "'use cache' in next.config",
  summary: "next.config switches 'use cache' on in apps in which unstable_cache becomes a cached function",
  docs: 'docs/transforms/next-config.md',
  words: ['unstable_cache', 'cacheComponents', 'useCache', 'dynamicIO'],
  edits: ['add-setting', 'replace'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
