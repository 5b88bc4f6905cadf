import { eachChild, type Node } from '../../apply/ast.js'
import { EditError } from '../../apply/errors.js'
import { type Parsed, parse } from '../../apply/parse.js'
import { detectStyle, type Style } from '../../apply/style.js'
import type { Workspace } from '../../workspace/types.js'
import { functionText, type NewMember } from './new-helpers.js'

/** What a file's text is written like. */
export interface Writing {
  style: Style
  typed: boolean
  trailingComma: boolean
}

/** The style of a file that is there: the module itself, or the files around a new one. */
export function writingOf(workspace: Workspace, model: string, target: string): Writing {
  const { source, parsed } = readable(model, workspace.text(model) ?? '')
  return {
    style: detectStyle(source, parsed),
    typed: /\.[cm]?tsx?$/.test(target),
    trailingComma: hasTrailingCommas(source, parsed),
  }
}

/** A neighbour that does not parse has no style to read off. */
function readable(file: string, source: string): { source: string; parsed: Parsed } {
  try {
    return { source, parsed: parse(file, source) }
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    return { source: '', parsed: parse(file, '') }
  }
}

/** How the lists of a file that end on a line of their own end; with a comma where there are none. */
function hasTrailingCommas(source: string, { program, tokens }: Parsed): boolean {
  let balance = 0
  const visit = (node: Node): void => {
    if (/^(?:Object|Array)Expression$/.test(node.type)) {
      const closer = tokens.findLastIndex(({ end }) => end === node.end)
      const last = tokens[closer - 1]
      const isSpread = last && /\n/.test(source.slice(last.end, node.end))
      if (isSpread && last.end - last.start > 0 && last.start > node.start)
        balance += source[last.start] === ',' ? 1 : -1
    }
    eachChild(node, visit)
  }
  visit(program)
  return balance >= 0
}

/** `record: (id: string) => ...`. */
export function memberText(member: NewMember, { style, typed }: Writing): string {
  return `${member.name}: ${functionText(member, { typed, quote: style.quote })}`
}

/** `export const invoiceTags = { ... }`, lines ended by `\n`, none at the end. */
export function objectText(name: string, members: readonly NewMember[], writing: Writing): string {
  const { style, trailingComma } = writing
  const lines = members.map((member) => `${style.indent}${memberText(member, writing)}`)
  const end = style.semicolons ? ';' : ''
  return `export const ${name} = {\n${lines.join(',\n')}${trailingComma ? ',' : ''}\n}${end}`
}

/** A whole new module, with the line ends of its neighbours. */
export function moduleText(objects: readonly string[], { style }: Writing): string {
  const comment = '/** Tags of cached data. What reads it and what invalidates it call the same helper. */'
  return `${comment}\n${objects.join('\n\n')}\n`.replaceAll('\n', style.eol)
}
