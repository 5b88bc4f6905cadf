import type { FileChange } from '../plan/types.js'
import { patchText } from './diff.js'
import type { HtmlReportInput } from './html/index.js'
import { htmlReport } from './html/index.js'
import { jsonReport } from './json.js'
import { markdownReport } from './markdown/index.js'
import { sarifReport } from './sarif/index.js'

/** What reports are made from: the plan, the changed texts, and the lines that the HTML report shows. */
export interface ReportInput extends HtmlReportInput {
  /** Changed files that begin with a byte order mark, which the texts do not hold. */
  marked: ReadonlySet<string>
}

/** The formats of `--report`, each a pure function to the text of the file. */
export const formats = {
  html: htmlReport,
  json: ({ plan, mode }) => jsonReport(plan, mode),
  markdown: ({ plan, mode }) => markdownReport(plan, mode),
  patch: patchReport,
  sarif: ({ plan, mode }) => sarifReport(plan, mode),
} satisfies Record<string, (input: ReportInput) => string>

export type Format = keyof typeof formats

/** The changes as one patch that fits the files on disk, so that `git apply` takes it. */
export function patchReport({ changes, marked }: Pick<ReportInput, 'changes' | 'marked'>): string {
  const asOnDisk = ({ file, before, after }: FileChange): Pick<FileChange, 'file' | 'before' | 'after'> => {
    const mark = marked.has(file) ? '\uFEFF' : ''
    return { file, before: mark + before, after: mark + after }
  }
  return patchText(changes.map(asOnDisk))
}
