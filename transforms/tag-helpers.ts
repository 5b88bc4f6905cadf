import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** Tags that are written by hand as calls of tag helpers, so that reading and writing cannot drift apart. */
export const transform = {
  id: 'tag-helpers',
  title: 'inline tags to tag helpers',
  summary:
    'tags that are written by hand become calls of tag helpers, on the reading and on the writing side',
  docs: 'docs/transforms/tag-helpers.md',
  words: ['cacheTag', 'unstable_cache', 'tags', 'revalidateTag', 'updateTag', 'unstable_expireTag'],
  edits: ['replace-expression', 'add-members', 'insert-text', 'create-file'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
