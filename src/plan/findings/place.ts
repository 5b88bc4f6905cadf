import type { ts } from '@ts-morph/common'
import type { Place } from '../catalogue.js'

/** Where a node starts. */
export function placeOf(node: ts.Node): Place {
  const source = node.getSourceFile()
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source))
  return { file: source.fileName, line: line + 1, column: character + 1 }
}
