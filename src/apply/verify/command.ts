import { join, resolve } from 'node:path'
import { folderOf } from '../../workspace/paths.js'
import { firstLine, ProcessError, runNode } from '../run-node.js'
import type { Checked, Texts } from './check.js'
import { fromMirror, type Mirror, mirrorOf } from './mirror.js'
import type { TypeProblem } from './types.js'

interface Work {
  /** Absolute path of the tree. */
  root: string
  /** Absolute path of the script behind `tsc`. */
  program: string
  configs: readonly string[]
  variants: readonly Texts[]
  patience: number
}

/** Next to the project's own config, so that its relative paths mean the same. */
const ownConfig = 'tsconfig.retag-verify.json'

/**
 * Type-checks with the command of TypeScript, which reads nothing but the disk: in a copy of the tree.
 *
 * @throws ProcessError where it gives no answer
 */
export async function checkByCommand(work: Work): Promise<Pick<Checked, 'found' | 'problems'>[]> {
  const mirror = mirrorOf(work.root)
  try {
    const answers: Pick<Checked, 'found' | 'problems'>[] = work.configs.map(() => ({
      found: [],
      problems: [],
    }))
    for (const config of work.configs) mirror.write(placeOf(config), configText(config))
    for (const texts of work.variants) {
      for (const [file, text] of texts) mirror.write(file, text)
      for (const [index, config] of work.configs.entries()) {
        const { found, problems } = await runCommand(mirror, config, work)
        answers[index]?.found.push(found)
        answers[index]?.problems.push(...problems)
      }
    }
    return answers.map(({ found, problems }) => ({ found, problems: [...new Set(problems)] }))
  } finally {
    mirror.remove()
  }
}

function placeOf(config: string): string {
  const folder = folderOf(config)
  return folder === '' ? ownConfig : `${folder}/${ownConfig}`
}

/** The same project, but that nothing is built: neither here nor by projects that it references. */
function configText(config: string): string {
  const compilerOptions = {
    noEmit: true,
    incremental: false,
    composite: false,
    skipLibCheck: true,
    tsBuildInfoFile: null,
    emitDeclarationOnly: false,
  }
  return JSON.stringify({ extends: `./${config.slice(config.lastIndexOf('/') + 1)}`, compilerOptions })
}

async function runCommand(
  mirror: Mirror,
  config: string,
  { program, patience }: Work,
): Promise<{ found: TypeProblem[]; problems: string[] }> {
  const cwd = mirror.folder
  const args = ['-p', join(mirror.folder, placeOf(config)), '--pretty', 'false']
  const { code, stdout, stderr } = await runNode(program, args, { cwd, timeout: patience })
  const entries = entriesOf(stdout)
  if (code !== 0 && entries.length === 0)
    throw new ProcessError(firstLine(`${stderr}\n${stdout}`) ?? `it ended with code ${code}`)
  const found: TypeProblem[] = []
  const problems: string[] = []
  for (const { path, line, column, code: number, message } of entries) {
    const file = path === null ? null : fromMirror(mirror.folder, resolve(cwd, path))
    if (file === null || file.endsWith('.json')) problems.push(message.replaceAll(`${mirror.folder}/`, ''))
    else
      found.push({ file, line, column, code: number, message: message.replaceAll(`${mirror.folder}/`, '') })
  }
  return { found, problems }
}

interface Entry {
  path: string | null
  line: number
  column: number
  code: string
  message: string
}

const inFile = /^(.+)\((\d+),(\d+)\): error (TS\d+): (.*)$/
const anywhere = /^error (TS\d+): (.*)$/

/** Reads what `tsc --pretty false` prints; indented lines belong to the message before. */
function entriesOf(output: string): Entry[] {
  const entries: Entry[] = []
  for (const text of output.split(/\r?\n/)) {
    const [, path = null, line, column, code = '', message = ''] = inFile.exec(text) ?? []
    const [, bareCode = '', bareMessage = ''] = anywhere.exec(text) ?? []
    const last = entries.at(-1)
    if (path !== null) entries.push({ path, line: Number(line), column: Number(column), code, message })
    else if (bareCode !== '')
      entries.push({ path: null, line: 0, column: 0, code: bareCode, message: bareMessage })
    else if (last !== undefined && /^\s+\S/.test(text)) last.message += `\n${text}`
  }
  return entries
}
