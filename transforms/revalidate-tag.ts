import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** One-argument `revalidateTag` by who can run it: `updateTag` in Server Actions, a profile elsewhere. */
export const transform = {
  id: 'revalidate-tag',
  title: 'One-argument revalidateTag',
  summary: 'updateTag where only Server Actions can run it, revalidateTag with a profile elsewhere',
  docs: 'docs/transforms/revalidate-tag.md',
  words: ['revalidateTag', 'updateTag', 'unstable_expireTag', 'unstable_expirePath'],
  edits: ['call', 'call-per-argument', 'callback'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
