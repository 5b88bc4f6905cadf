import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparison, growth, targets } from '../../corpus/lib/bench-report.js'
import { countReport, type Numbers } from '../../corpus/lib/count.js'
import { pathTable } from '../../corpus/lib/path-table.js'
import { differences, mergeRecorded, recordedText } from '../../corpus/lib/record.js'
import type { RepositoryResult } from '../../corpus/lib/repository.js'
import { resultTable } from '../../corpus/lib/result-table.js'
import { median, type Sample, sampleAll, summarize } from '../../corpus/lib/samples.js'
import { table } from '../../corpus/lib/table.js'
import { decision, report } from './decision.js'

const numbers: Numbers = countReport(report({ decisions: [decision()] }), { files: 1, lines: 2 })

function sampled(name: string, seconds: number, megabytes: number | null = 100): Sample {
  return { name, runs: 5, seconds, fastest: seconds, slowest: seconds, megabytes }
}

describe('tables', () => {
  it('line up', () => {
    const text = table(
      [
        { head: 'name', cell: (row: [string, number]) => row[0] },
        { head: 'n', cell: (row: [string, number]) => row[1], right: true },
      ],
      [
        ['a', 1],
        ['longer', 1234],
      ],
    )
    expect(text.split('\n')).toEqual([
      '| name   |    n |',
      '| ------ | ---: |',
      '| a      |    1 |',
      '| longer | 1234 |',
    ])
  })

  it('have a row per repository and one for all', () => {
    const result = {
      name: 'a/b',
      numbers,
      seconds: 1,
      megabytes: 50,
      paths: {},
      oneArgument: 1,
      problems: [],
    }
    const broken: RepositoryResult = {
      ...result,
      name: 'c/d',
      numbers: null,
      problems: [{ check: 'run', where: 'exit 2', message: 'no' }],
    }
    const lines = resultTable([result, broken]).split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[2]).toMatch(/^\| a\/b .*\| ok +\|$/)
    expect(lines[3]).toMatch(/^\| c\/d .* - .*\| 1 failed \|$/)
    expect(lines[4]).toMatch(/^\| 2 repositories .*\| 2\.00 \| +50 \| 1 failed \|$/)
  })
})

describe('the table of paths', () => {
  it('has a column for each reason, the most frequent first', () => {
    const row = { numbers, seconds: 1, megabytes: 50, oneArgument: 0, problems: [] }
    const lines = pathTable([
      { ...row, name: 'a/b', paths: { 'keep root': 1, 'rewrite action-only': 1 } },
      { ...row, name: 'c/d', paths: { 'keep root': 2 } },
      { ...row, name: 'e/f', paths: {} },
    ]).split('\n')
    expect(lines[0]).toMatch(/^\| repository +\| keep root \| rewrite action-only \|$/)
    expect(lines.slice(2).map((line) => line.replace(/[ |]+/g, ' ').trim())).toEqual([
      'a/b 1 1',
      'c/d 2 0',
      '2 repositories 3 1',
    ])
  })
})

describe('recorded numbers', () => {
  it('show what moved', () => {
    expect(differences(numbers, numbers)).toEqual([])
    expect(differences(undefined, numbers)).toEqual(['not recorded yet'])
    const { kept: _, ...older } = numbers
    expect(differences({ ...older, updateTag: 3 }, numbers)).toEqual(['updateTag 3 -> 1', 'kept - -> 0'])
  })

  it('keep what did not run, sorted, one line each', () => {
    const merged = mergeRecorded({ 'c/d': { kept: 1 }, 'a/b': { kept: 9 } }, new Map([['a/b', numbers]]))
    expect(Object.keys(merged)).toEqual(['a/b', 'c/d'])
    expect(merged['a/b']).toEqual(numbers)
    expect(JSON.parse(recordedText(merged))).toEqual(merged)
    expect(recordedText(merged).split('\n')).toHaveLength(5)
    expect(recordedText({})).toBe('{}\n')
  })
})

describe('the benchmark', () => {
  it('takes the middle value', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(() => median([])).toThrow(/at least one/)
  })

  it('sums up the runs of a program', () => {
    const runs = [3, 1, 2].map((seconds) => ({
      exitCode: 0,
      stdout: '',
      stderr: '',
      seconds,
      megabytes: seconds * 10,
    }))
    const expected = { name: 'x', runs: 3, seconds: 2, fastest: 1, slowest: 3, megabytes: 30 }
    expect(summarize({ name: 'x' }, runs)).toEqual(expected)
    expect(summarize({ name: 'x', secondsOf: () => 7 }, runs).seconds).toBe(7)
  })

  it('runs programs in turn and refuses a failed run', async () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'retag-test-'))
    try {
      const options = { cwd: scratch, scratch }
      const note = (name: string) => ['-e', `require('fs').appendFileSync('log', '${name}')`]
      const samples = await sampleAll([
        { name: 'a', args: note('a'), runs: 2, options },
        { name: 'b', args: note('b'), runs: 1, options },
      ])
      expect(readFileSync(path.join(scratch, 'log'), 'utf8')).toBe('ababa')
      expect(samples.map(({ name, runs }) => `${name}${runs}`)).toEqual(['a2', 'b1'])
      const broken = { name: 'c', args: ['-e', 'process.exit(1)'], runs: 1, options }
      await expect(sampleAll([broken])).rejects.toThrow('c ended with exit code 1')
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  })

  const samples = [sampled('floor', 0.1), sampled('retag --dry-run', 1), sampled('jscodeshift', 12, null)]

  it('gives ratios to the floor and to jscodeshift', () => {
    const lines = comparison({ name: 'a/b', files: 4, bytes: 1_500_000 }, samples).split('\n')
    expect(lines[0]).toBe('a/b: 4 source files, 1.5 MB')
    expect(lines[5]).toMatch(/\| +1\.000 \| +1\.000-1\.000 \| +100 \| +10\.00 \| +12\.00 \|$/)
  })

  it('judges the targets', () => {
    expect(targets(samples)).toEqual([
      '- reached: 12.0 times as fast as jscodeshift (at least 10)',
      '- reached: 1.00 s of 2.00 s (15 x floor + 0.5 s)',
      '- reached: 100 MB at most (under 350)',
    ])
    const slow = [sampled('floor', 0.01), sampled('retag --dry-run', 3, 400)]
    expect(targets(slow).map((line) => line.slice(0, 8))).toEqual(['- missed', '- missed'])
    expect(targets([sampled('floor', 1)])).toEqual([])
  })

  it('shows a bend that the start-up would hide', () => {
    const scales = [
      { copies: 1, files: 1000, samples: [sampled('retag --dry-run', 1)] },
      { copies: 2, files: 2000, samples: [sampled('retag --dry-run', 1.1)] },
      { copies: 4, files: 4000, samples: [sampled('retag --dry-run', 3.2)] },
    ]
    const cells = growth(scales)
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(-4, -1)
          .map((cell) => cell.trim()),
      )
    expect(cells).toEqual([
      ['1000', '-', '1.00'],
      ['550', '100', '0.55'],
      ['800', '1050', '0.80'],
    ])
  })
})
