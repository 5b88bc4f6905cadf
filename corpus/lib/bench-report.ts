import type { Sample } from './samples.js'
import { table } from './table.js'

export interface Scale {
  copies: number
  files: number
  samples: Sample[]
}

export interface Tree {
  name: string
  files: number
  /** Bytes of the source files. */
  bytes: number
}

/** The comparison on one tree: every row as seconds, memory, and as ratios to the floor and to jscodeshift. */
export function comparison(tree: Tree, samples: readonly Sample[]): string {
  const floor = secondsOf(samples, 'floor')
  const jscodeshift = secondsOf(samples, 'jscodeshift')
  const head = `${tree.name}: ${tree.files} source files, ${(tree.bytes / 1e6).toFixed(1)} MB`
  const rows = table<Sample>(
    [
      { head: 'program', cell: (row) => row.name },
      { head: 'runs', cell: (row) => row.runs, right: true },
      { head: 'median s', cell: (row) => row.seconds.toFixed(3), right: true },
      {
        head: 'min-max s',
        cell: (row) => `${row.fastest.toFixed(3)}-${row.slowest.toFixed(3)}`,
        right: true,
      },
      { head: 'peak MB', cell: (row) => row.megabytes ?? '-', right: true },
      { head: 'x floor', cell: (row) => ratio(row.seconds, floor), right: true },
      { head: 'jscodeshift / it', cell: (row) => ratio(jscodeshift, row.seconds), right: true },
    ],
    samples,
  )
  return `${head}\n\n${rows}`
}

/**
 * Seconds by number of copies. `growth` compares a file with one of the smallest tree, all costs included; `next 1000`
 * is what further files cost beyond the tree before, so that a fixed start-up cannot hide a bend. Linear means that
 * `growth` stays at or below 1 and `next 1000` stays level.
 */
export function growth(scales: readonly Scale[]): string {
  const rows = scales.flatMap((scale, index) => scale.samples.map((sample) => ({ scale, sample, index })))
  const secondsAt = (index: number, name: string) => secondsOf(scales[index]?.samples ?? [], name)
  const filesAt = (index: number) => scales[index]?.files ?? 0
  const perFile = (index: number, name: string) => (secondsAt(index, name) ?? 0) / filesAt(index)
  const further = (index: number, name: string) => {
    const [before, now] = [secondsAt(index - 1, name), secondsAt(index, name)]
    if (before === null || now === null) return '-'
    return (((now - before) / (filesAt(index) - filesAt(index - 1))) * 1e6).toFixed(0)
  }
  return table(
    [
      { head: 'copies', cell: ({ scale }) => `${scale.copies}x`, right: true },
      { head: 'files', cell: ({ scale }) => scale.files, right: true },
      { head: 'program', cell: ({ sample }) => sample.name },
      { head: 'median s', cell: ({ sample }) => sample.seconds.toFixed(3), right: true },
      { head: 'peak MB', cell: ({ sample }) => sample.megabytes ?? '-', right: true },
      {
        head: 'ms per 1000 files',
        cell: ({ index, sample }) => (perFile(index, sample.name) * 1e6).toFixed(0),
        right: true,
      },
      { head: 'next 1000', cell: ({ index, sample }) => further(index, sample.name), right: true },
      {
        head: 'growth',
        cell: ({ index, sample }) => ratio(perFile(index, sample.name), perFile(0, sample.name)),
        right: true,
      },
    ],
    rows,
  )
}

/** The reach that the project set itself, each with what was measured. */
export function targets(samples: readonly Sample[]): string[] {
  const floor = secondsOf(samples, 'floor')
  const jscodeshift = secondsOf(samples, 'jscodeshift')
  const retag = samples.find((sample) => sample.name === 'retag --dry-run')
  if (retag === undefined || floor === null) return []
  const limit = floor * 15 + 0.5
  const lines = [
    verdict(
      retag.seconds <= limit,
      `${retag.seconds.toFixed(2)} s of ${limit.toFixed(2)} s (15 x floor + 0.5 s)`,
    ),
  ]
  if (jscodeshift !== null) {
    const times = jscodeshift / retag.seconds
    lines.unshift(verdict(times >= 10, `${times.toFixed(1)} times as fast as jscodeshift (at least 10)`))
  }
  if (retag.megabytes !== null) {
    lines.push(verdict(retag.megabytes < 350, `${retag.megabytes} MB at most (under 350)`))
  }
  return lines
}

function verdict(reached: boolean, text: string): string {
  return `- ${reached ? 'reached' : 'missed'}: ${text}`
}

function secondsOf(samples: readonly Sample[], name: string): number | null {
  return samples.find((sample) => sample.name === name)?.seconds ?? null
}

function ratio(value: number | null, to: number | null): string {
  return value === null || to === null || to === 0 ? '-' : (value / to).toFixed(2)
}
