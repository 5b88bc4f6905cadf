/** @typedef {[kind: string, text: string]} Piece kind: keyword, string, comment, number, call, type, tag or '' */

const keywords = new Set(
  'abstract as async await break case catch class const continue debugger declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface is keyof let namespace new null of private protected public readonly return satisfies set static super switch this throw true try type typeof undefined var void while with yield'.split(
    ' ',
  ),
)
/** @type {Record<string, string>} */
const kinds = {
  StringLiteral: 'string',
  NoSubstitutionTemplate: 'string',
  TemplateHead: 'string',
  TemplateMiddle: 'string',
  TemplateTail: 'string',
  RegularExpressionLiteral: 'string',
  JSXString: 'string',
  MultiLineComment: 'comment',
  SingleLineComment: 'comment',
  HashbangComment: 'comment',
  NumericLiteral: 'number',
  JSXIdentifier: 'tag',
}

/**
 * The pieces of each line of a text, with what to colour them as. A part of a file may begin anywhere; then a colour
 * may be wrong, never the text.
 *
 * @param {string} text
 * @param {string} file decides whether `<` may begin JSX
 * @returns {Piece[][]}
 */
export function highlightedLines(text, file) {
  /** @type {Piece[]} */
  let line = []
  const lines = [line]
  for (const [kind, value] of piecesOf(text, !/\.[cm]?ts$/.test(file))) {
    value.split('\n').forEach((part, index) => {
      if (index > 0) {
        line = []
        lines.push(line)
      }
      if (part !== '') line.push([kind, part])
    })
  }
  return lines
}

/** @param {string} text @param {boolean} jsx @returns {Piece[]} */
function piecesOf(text, jsx) {
  const tokens = [...jsTokens(text, { jsx })]
  return tokens.map(({ type, value }, index) => {
    if (type !== 'IdentifierName') return [kinds[type] ?? '', value]
    if (keywords.has(value) && tokens[index - 1]?.value !== '.') return ['keyword', value]
    if (tokens[index + 1]?.value === '(') return ['call', value]
    return [/^[A-Z]/.test(value) ? 'type' : '', value]
  })
}
