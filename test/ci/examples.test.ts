import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { parse } from '../../src/cli/program.js'
import { packageRoot } from '../../src/config/package-root.js'
import { appFiles, project } from '../cli/fake.js'

interface Step {
  id?: string
  uses?: string
  run?: string
  shell?: string
  env?: Record<string, string>
  with?: Record<string, string>
}

interface Action {
  name: string
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { value: string }>
  runs: { using: string; steps: Step[] }
}

const text = (file: string): string => readFileSync(join(packageRoot(), file), 'utf8')
const examples = [...text('docs/ci.md').matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml]) => yaml ?? '')

/** A value of strict YAML 1.2: no error, no warning, no key twice. */
function yaml(source: string): unknown {
  const [document, ...more] = parseAllDocuments(source, { strict: true, uniqueKeys: true })
  if (document === undefined || !('errors' in document)) throw new Error('it is empty')
  expect([...document.errors, ...document.warnings, ...more]).toEqual([])
  return document.toJS()
}

/** Every command line of retag that stands in a text of shell. */
function commands(source: string): string[][] {
  return [...source.matchAll(/(?:^|npx (?:--yes )?|entry: )retag (?!:)([^\n#`]+)/gm)].map(([, words = '']) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('"', '')),
  )
}

describe('docs/ci.md', () => {
  test.each(examples.map((example) => [example.split('\n', 1)[0], example]))('%s', (_, example) => {
    const value = yaml(example ?? '') as Record<string, unknown>
    expect(Object.keys(value).length).toBeGreaterThan(0)
    const found = commands(example ?? '')
    expect(found).toHaveLength(1)
    for (const argv of found) expect(parse(argv).command).toMatch(/^(migrate|plan)$/)
  })

  test('shows GitHub, GitLab and pre-commit', () => {
    expect(examples).toHaveLength(6)
    for (const part of ['upload-sarif', 'gh pr comment', 'expose_as', 'additional_dependencies'])
      expect(examples.some((example) => example.includes(part))).toBe(true)
  })

  test('every command line of the page is one that retag takes', () => {
    for (const argv of commands(text('docs/ci.md'))) expect(() => parse(argv)).not.toThrow()
  })
})

describe('action.yml', () => {
  const action = yaml(text('action.yml')) as Action
  const [step] = action.runs.steps

  test('is a composite action whose inputs reach the script as variables alone', () => {
    expect(action.runs.using).toBe('composite')
    expect(step?.run).not.toContain('${{')
    const used = Object.values(step?.env ?? {}).map(
      (value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1],
    )
    expect([...used, 'working-directory'].sort()).toEqual(Object.keys(action.inputs).sort())
    for (const name of Object.keys(action.outputs))
      expect(action.outputs[name]?.value).toBe(`\${{ steps.${step?.id}.outputs.${name} }}`)
  })

  // The script is for bash, which GitHub has on every system.
  test.runIf(existsSync('/bin/bash'))('its script writes the reports, the summary and the outputs', () => {
    const { root } = project({ git: true, files: migratable })
    const ran = runAction(step?.run ?? '', root, { RETAG_FAIL_ON: 'changed', RETAG_PATHS: 'app\n\n' })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('::notice file=app/actions.ts,line=6,')
    for (const name of Object.keys(action.outputs)) {
      const path = new RegExp(`^${name}=(.+)$`, 'm').exec(ran.outputs)?.[1] ?? ''
      expect(readFileSync(path, 'utf8').length).toBeGreaterThan(100)
    }
    expect(ran.summary).toContain('retag would change 1 place in 1 file.')
    expect(readFileSync(join(root, 'app/actions.ts'), 'utf8')).toBe(migratable['app/actions.ts'])
  })

  test.runIf(existsSync('/bin/bash'))('arguments are arguments, never script', () => {
    const { root } = project({ git: true, files: migratable })
    const hostile = '--mixed=review\n--exclude=$(touch hacked) "; touch hacked; #'
    const ran = runAction(step?.run ?? '', root, { RETAG_ARGUMENTS: hostile })
    expect(ran.status).toBe(0)
    expect(existsSync(join(root, 'hacked'))).toBe(false)
  })
})

const migratable = {
  ...appFiles,
  'app/actions.ts':
    "'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport async function save() {\n  revalidateTag('a')\n}\n",
}

/** Runs the script as GitHub would, with an npx that starts this retag. */
function runAction(script: string, cwd: string, inputs: Record<string, string>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'retag-action-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const main = join(packageRoot(), 'src/cli/main.ts')
  const npx = join(folder, 'npx')
  writeFileSync(
    npx,
    `#!/bin/bash\n[ "$1 $2" = "--yes retag@latest" ] || exit 99\nshift 2\nexec '${process.execPath}' --import '${loader}' '${main}' "$@"\n`,
  )
  chmodSync(npx, 0o755)
  const files = { GITHUB_OUTPUT: join(folder, 'outputs'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  const { status, stderr } = spawnSync(
    '/bin/bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ RETAG_VERSION: 'latest', RETAG_PATHS: '', RETAG_FAIL_ON: '', RETAG_ARGUMENTS: '' },
        ...inputs,
        ...files,
        RUNNER_TEMP: folder,
        GITHUB_ACTIONS: 'true',
        DRY_RUN: '',
        PATH: `${folder}${delimiter}${process.env.PATH}`,
      },
    },
  )
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  return { status, stderr, outputs: read(files.GITHUB_OUTPUT), summary: read(files.GITHUB_STEP_SUMMARY) }
}
