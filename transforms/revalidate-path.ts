import { standalone } from '../src/apply/standalone.js'
import type { Transform } from '../src/plan/transform.js'

/** `revalidatePath` of an entity's page by the tags of what the page reads. */
export const transform = {
  id: 'revalidate-path',
  title: 'Entity revalidatePath',
  summary:
    'tag helper calls where every cached read of the page carries such a tag; everything else keeps its path',
  docs: 'docs/transforms/revalidate-path.md',
  words: ['revalidatePath'],
  edits: ['path-tags'],
} as const satisfies Transform

/** Runs alone under jscodeshift: `(file, api, options)`, undefined where nothing changes. */
export default standalone(transform.id)
