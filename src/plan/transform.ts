import type { Edit } from './types.js'

/** One rewrite rule, as its file in transforms/ describes it. */
export interface Transform {
  /** File name, command line name, SARIF rule id, fixture folder and docs page. */
  id: string
  /** A few words, for lists. */
  title: string
  /** What it does, in one sentence. */
  summary: string
  /** Page that explains it, POSIX path from the package's root. */
  docs: string
  /** A file that holds none of these byte sequences has nothing for this transform. */
  words: readonly string[]
  /** The kinds of edits that its decisions carry. */
  edits: readonly Edit['kind'][]
}
