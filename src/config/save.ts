/** Where the top level of a JSON object holds a member, as offsets of its value; null where it does not. */
interface Member {
  name: string
  start: number
  end: number
}

/**
 * The text of a JSON config with more answers in its `decisions`; everything else stays as it is written.
 *
 * @param text a valid JSON object, or null for a config that is not there yet
 * @param answers by key, as they stand in the config; they replace answers of the same key
 */
export function withDecisions(text: string | null, answers: Readonly<Record<string, string>>): string {
  if (text === null) return `${JSON.stringify({ decisions: sorted(answers) }, null, 2)}\n`
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  '
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const { decisions = {} } = JSON.parse(text.replace(/^\uFEFF/, '')) as { decisions?: Record<string, string> }
  const value = JSON.stringify(sorted({ ...decisions, ...answers }), null, indent)
    .split('\n')
    .map((line, index) => (index === 0 ? line : indent + line))
    .join(eol)
  const members = membersOf(text)
  const own = members.find(({ name }) => name === 'decisions')
  if (own) return text.slice(0, own.start) + value + text.slice(own.end)
  const last = members.at(-1)
  const at = last?.end ?? text.indexOf('{') + 1
  const tail = last ? text.slice(at) : `${eol}${text.slice(at).trimStart()}`
  const isOneLine = last !== undefined && !/^\s*\n/.test(tail)
  return `${text.slice(0, at)}${last ? ',' : ''}${eol}${indent}"decisions": ${value}${isOneLine ? eol : ''}${isOneLine ? tail.trimStart() : tail}`
}

function sorted(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The members of the outermost object; the text is known to be valid. */
function membersOf(text: string): Member[] {
  const found: Member[] = []
  let depth = 0
  let name: string | null = null
  let start = -1
  let end = -1
  const close = (): void => {
    if (name !== null && start >= 0) found.push({ name, start, end })
    name = null
    start = -1
  }
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (token === '}' || token === ']') depth--
    if (depth === 1 && token === ',') close()
    else if (depth === 0) close()
    else if (depth === 1 && name === null) {
      if (token.startsWith('"')) name = JSON.parse(token) as string
    } else if (token !== ':' || depth > 1) {
      if (start < 0) start = index
      end = index + token.length
    }
    if (token === '{' || token === '[') depth++
  }
  return found
}
