import { ts } from '@ts-morph/common'
import type { Workspace } from '../../workspace/types.js'

export type Sources = Pick<Workspace, 'text' | 'resolve'>

/** The files of the tree that a file imports. */
export function importsOf({ text, resolve }: Sources, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(text(file) ?? '', true, true)
  const found = importedFiles.map(({ fileName }) => resolve(fileName, file))
  return [...new Set(found.filter((target) => target !== null))]
}

/** Whether a file loads another, at any remove. */
export function loads(sources: Sources, file: string, wanted: string): boolean {
  const seen = new Set([file])
  for (const one of seen) {
    if (one === wanted) return true
    for (const next of importsOf(sources, one)) seen.add(next)
  }
  return false
}
