import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ts } from '@ts-morph/common'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string

/** The bridge and its thread as the build compiles them, with a small transform instead of the real ones. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retag-bridge-'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  compile('bridge.cts', 'bridge.cjs', ts.ModuleKind.CommonJS)
  compile('standalone-worker.ts', 'standalone-worker.js', ts.ModuleKind.ESNext)
  writeFileSync(
    join(folder, 'transform.js'),
    `export default (file, api, options) => {
      if (file.path === 'bad') throw new Error('bad: does not parse')
      if (file.path === 'same') return undefined
      api.report('seen ' + file.path)
      return file.source + options.suffix
    }`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function compile(from: string, to: string, module: ts.ModuleKind): void {
  const source = readFileSync(new URL(`../../src/apply/${from}`, import.meta.url), 'utf8')
  const compilerOptions = { module, target: ts.ScriptTarget.ES2022 }
  writeFileSync(join(folder, to), ts.transpileModule(source, { compilerOptions, fileName: from }).outputText)
}

/** Runs a script that has the bridged `transform` at hand; ends by itself or is killed. */
function run(body: string): { status: number | null; output: unknown } {
  const script = `
    const transform = require('./bridge.cjs')(require('node:path').resolve('transform.js'))
    ;(async () => { ${body} })().then((value) => console.log(JSON.stringify(value)))`
  writeFileSync(join(folder, 'main.cjs'), script)
  const { status, stdout } = spawnSync(process.execPath, ['main.cjs'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, output: JSON.parse(stdout) }
}

test('answers from its thread, reports, and lets the process end', () => {
  const { status, output } = run(`
    const lines = []
    const api = { report: (line) => lines.push(line) }
    const texts = await Promise.all(['a', 'same', 'b'].map((path) =>
      transform({ path, source: path }, api, { suffix: '!', ignored: () => {} })))
    return { texts: texts.map(String), lines }`)
  expect(status).toBe(0)
  expect(output).toEqual({ texts: ['a!', 'undefined', 'b!'], lines: ['seen a', 'seen b'] })
})

test('throws what the transform throws, and goes on', () => {
  const { status, output } = run(`
    const failed = await transform({ path: 'bad', source: '' }, {}, {}).catch((error) => error.message)
    return [failed, await transform({ path: 'a', source: 'a' }, {}, { suffix: '' })]`)
  expect(status).toBe(0)
  expect(output).toEqual(['bad: does not parse', 'a'])
})

test('fails, and does not hang, where the transform cannot be loaded', () => {
  const { status, output } = run(`
    const broken = require('./bridge.cjs')(require('node:path').resolve('missing.js'))
    const messages = []
    for (const path of ['a', 'b'])
      await broken({ path, source: '' }, {}, {}).catch((error) => messages.push(/missing\\.js/.test(error.message)))
    return messages`)
  expect(status).toBe(0)
  expect(output).toEqual([true, true])
})
