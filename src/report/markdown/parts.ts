import type { Decision, Failure, Finding } from '../../plan/types.js'
import { count } from '../words.js'
import { code, prose } from './escape.js'

/** Lines shown of one file, so that one does not take the room of all. */
const mostOfAFile = 40

/** Places that need a person, as a list to tick off. */
export function reviewItems(decisions: readonly Decision[]): string[] {
  return decisions
    .filter(({ action }) => action === 'review')
    .map(({ file, line, before, reason }) => `- [ ] ${place(file, line)} ${code(before)}<br>${prose(reason)}`)
}

/** Findings with what to do about them. */
export function findingItems(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ id, severity, file, line, message, help, url }) =>
      `- ${severity} ${link(id, url)} ${place(file, line)}<br>${prose(`${message} ${help}`)}`,
  )
}

/** Files that could not be handled. */
export function failureItems(failures: readonly Failure[]): string[] {
  return failures.map(({ file, message }) => `- ${code(file)}: ${prose(message)}`)
}

/** What becomes what, file by file. */
export function changedFiles(decisions: readonly Decision[]): string[] {
  const files = new Map<string, Decision[]>()
  for (const decision of decisions) {
    if (decision.action !== 'rewrite') continue
    const own = files.get(decision.file)
    if (own) own.push(decision)
    else files.set(decision.file, [decision])
  }
  return [...files].map(([file, own]) => {
    const lines = own.slice(0, mostOfAFile).map(rewriteLine)
    const rest = own.length > mostOfAFile ? [`  - and ${count(own.length - mostOfAFile, 'more place')}`] : []
    return [`- ${code(file)}`, ...lines, ...rest].join('\n')
  })
}

function rewriteLine({ line, before, after, semantics, reason }: Decision): string {
  const changed = semantics === 'changed' ? ' **Changed behaviour.**' : ''
  const from = before === '' ? 'new' : code(before)
  return `  - line ${line}: ${from} → ${code(after ?? '')}<br>${prose(reason)}${changed}`
}

function place(file: string, line: number): string {
  return code(`${file}:${line}`)
}

/** Only to addresses of the web, and to nothing that could end the link. */
function link(text: string, url: string): string {
  return /^https:\/\/[\w./#-]+$/.test(url) ? `[${prose(text)}](${url})` : prose(text)
}
