import type { Decision } from '../../plan/types.js'
import { prose } from './escape.js'

const columns = [
  ['Rewritten, same behaviour', (one: Decision) => one.action === 'rewrite' && one.semantics !== 'changed'],
  [
    'Rewritten, changed behaviour',
    (one: Decision) => one.action === 'rewrite' && one.semantics === 'changed',
  ],
  ['Kept', (one: Decision) => one.action === 'keep'],
  ['To review', (one: Decision) => one.action === 'review'],
] as const

/** How many decisions of each transform ended how; empty without any. */
export function decisionTable(decisions: readonly Decision[]): string {
  const transforms = [...new Set(decisions.map(({ transform }) => transform))].sort()
  if (transforms.length === 0) return ''
  const row = (name: string, some: readonly Decision[]): string =>
    `| ${name} | ${columns.map(([, holds]) => some.filter(holds).length.toLocaleString('en-US')).join(' | ')} |`
  const rows = transforms.map((id) =>
    row(
      prose(id),
      decisions.filter(({ transform }) => transform === id),
    ),
  )
  const lines = [
    `| Transform | ${columns.map(([name]) => name).join(' | ')} |`,
    `|---|${'---:|'.repeat(columns.length)}`,
    ...rows,
    ...(rows.length > 1 ? [row('**All**', decisions)] : []),
  ]
  return `\n### Decisions\n\n${lines.join('\n')}\n`
}
