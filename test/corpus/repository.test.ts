import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measure } from '../../corpus/lib/measure.js'
import { runRepository } from '../../corpus/lib/repository.js'
import { snapshot, sourceFiles, writtenBetween } from '../../corpus/lib/tree.js'
import { decision, report } from './decision.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'retag-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): string {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
  return target
}

const legacy =
  "'use server'\nimport { revalidateTag } from 'next/cache'\nexport async function save() {\n  revalidateTag('a')\n}\n"
const made = decision({ line: 4, column: 3 })

/** A command that answers as retag would; `migrate` is what it does to a.ts when asked to write. */
function command(migrate: string, found = made): string {
  const first = report({ decisions: [found], counts: { ...report().counts, selected: 1, changed: 1 } })
  const second = report({ counts: { ...report().counts, selected: 1, unchanged: 1 } })
  return write(
    'retag.cjs',
    `const fs = require('node:fs')
const text = fs.readFileSync('a.ts', 'utf8')
const migrated = (${migrate})(text)
const changes = migrated !== text
if (changes && !process.argv.includes('--dry-run')) fs.writeFileSync('a.ts', migrated)
const report = changes ? ${JSON.stringify(first)} : ${JSON.stringify(second)}
console.log(JSON.stringify(report))
`,
  )
}

async function checked(bin: string) {
  const checkout = path.dirname(write('checkout/a.ts', legacy))
  const result = await runRepository('a/b', checkout, bin)
  expect(readFileSync(path.join(checkout, 'a.ts'), 'utf8')).toBe(legacy)
  return {
    ...result,
    said: result.problems.map(({ check, where, message }) => `${check}: ${where} ${message}`),
  }
}

describe('runRepository', () => {
  it('counts a good migration and finds nothing wrong with it', async () => {
    const result = await checked(command("(text) => text.replaceAll('revalidateTag', 'updateTag')"))
    expect(result.said).toEqual([])
    expect(result.oneArgument).toBe(1)
    expect(result.numbers).toMatchObject({ callSites: 1, updateTag: 1, changedFiles: 1, changedLines: 2 })
    expect(result.megabytes).toBeGreaterThan(10)
  })

  it('finds a forgotten import', async () => {
    const result = await checked(command(`(text) => text.replace("revalidateTag('a')", "updateTag('a')")`))
    expect(result.said).toEqual(["types: a.ts:4 (after) TS2304 Cannot find name 'updateTag'."])
  })

  it('finds a broken file', async () => {
    const result = await checked(command(`(text) => text.replace("revalidateTag('a')", "updateTag('a'")`))
    expect(result.said.filter((line) => line.startsWith('syntax: a.ts')).length).toBe(2)
  })

  it('finds a run that never comes to rest', async () => {
    const result = await checked(command("(text) => text + '// again\\n'"))
    expect(result.said).toContain('second run: a.ts was written')
    expect(result.said).toContain('second run: a/b the report counts 1 changed files')
    expect(result.said).toContain('lines: a.ts:6 got a new line outside every decision')
  })

  it('finds a dry run that writes', async () => {
    const bin = command("(text) => text.replaceAll('revalidateTag', 'updateTag')")
    writeFileSync(bin, readFileSync(bin, 'utf8').replace("!process.argv.includes('--dry-run')", 'true'))
    expect((await checked(bin)).said).toContain('dry run: a.ts was written')
  })

  it('finds a call site without a decision', async () => {
    const bin = command("(text) => text.replaceAll('revalidateTag', 'updateTag')", decision({ line: 3 }))
    expect((await checked(bin)).said).toContain(
      'sites: a.ts:4 revalidateTag 1 calls by the independent scan, 0 decisions',
    )
  })

  it('passes on the message of a crash', async () => {
    const result = await checked(write('retag.cjs', "throw new TypeError('no such thing')\n"))
    expect(result.said).toContain('run: exit 1 TypeError: no such thing')
  })

  it('passes on the last line of a run that failed', async () => {
    const result = await checked(
      write('retag.cjs', "console.error('No Next.js app here.')\nprocess.exitCode = 2\n"),
    )
    expect(result.numbers).toBeNull()
    expect(result.said).toContain('dry run: exit 2 No Next.js app here.')
  })
})

describe('trees', () => {
  it('see a write of equal bytes, an added and a removed file', () => {
    const same = write('same.ts', '1')
    write('kept.ts', '1')
    const gone = write('gone.ts', '1')
    const before = snapshot(folder)
    expect(writtenBetween(before, snapshot(folder))).toEqual([])
    writeFileSync(same, '1')
    utimesSync(same, 1, 1)
    rmSync(gone)
    write('sub/new.ts', '1')
    expect(writtenBetween(before, snapshot(folder))).toEqual(['gone.ts', 'same.ts', 'sub/new.ts'])
  })

  it('list source files with and without git, ignored ones left out', () => {
    for (const file of ['a.ts', 'b/c.mjs', 'ignored/x.ts', 'node_modules/y.js', 'z.json']) write(file, '')
    write('.gitignore', 'ignored/\nnode_modules/\n')
    expect(sourceFiles(folder)).toEqual(['a.ts', 'b/c.mjs', 'ignored/x.ts'])
    execFileSync('git', ['init', '--quiet'], { cwd: folder })
    expect(sourceFiles(folder)).toEqual(['a.ts', 'b/c.mjs'])
  })
})

describe('measure', () => {
  it('gives exit code, output, time and peak memory, and passes the input', async () => {
    const script = write('echo.cjs', 'process.stdin.pipe(process.stdout)\nprocess.exitCode = 3\n')
    const run = await measure([script], { cwd: folder, scratch: folder, input: 'hello' })
    expect(run).toMatchObject({ exitCode: 3, stdout: 'hello' })
    expect(run.seconds).toBeGreaterThan(0)
    expect(run.megabytes).toBeGreaterThan(10)
    expect(existsSync(path.join(folder, 'peak'))).toBe(true)
  })

  it('counts what the program itself needs', async () => {
    const small = await measure(['-e', '0'], { cwd: folder, scratch: folder })
    const big = await measure(['-e', 'Buffer.alloc(2e8, 1)'], { cwd: folder, scratch: folder })
    expect((big.megabytes ?? 0) - (small.megabytes ?? 0)).toBeGreaterThan(150)
  })
})
