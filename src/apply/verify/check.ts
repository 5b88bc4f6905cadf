import { join } from 'node:path'
import { relativeTo } from '../../workspace/paths.js'
import { askChild } from '../run-node.js'
import { checkByCommand } from './command.js'
import { type Compiler, compilerOf } from './compiler.js'
import type { TypeProblem } from './types.js'

/** New texts by path, relative to the root; null where the file is not there. Texts without byte order mark. */
export type Texts = ReadonlyMap<string, string | null>

/** What one config says. */
export interface Checked {
  config: string
  compiler: Compiler
  /** Errors, one list for each of the texts that were asked for. */
  found: TypeProblem[][]
  /** Messages about the config itself. */
  problems: string[]
}

/** How long one run of a compiler may take, in milliseconds, and what it may use, in megabytes. */
const patience = 600_000
const memory = 4096

/**
 * Type-checks projects, each once for every set of texts. Nothing of the tree is written.
 *
 * @param root absolute path of the tree
 * @param configs paths relative to the root
 * @throws ProcessError where a compiler gives no answer
 */
export async function check(
  root: string,
  configs: readonly string[],
  variants: readonly Texts[],
): Promise<Checked[]> {
  const groups = new Map<string, { compiler: Compiler; own: string[] }>()
  for (const config of configs) {
    const compiler = compilerOf(root, config)
    const key = JSON.stringify(compiler)
    const group = groups.get(key) ?? { compiler, own: [] }
    group.own.push(config)
    groups.set(key, group)
  }
  const checked: Checked[] = []
  for (const { compiler, own } of groups.values()) {
    // One compiler after the other: each takes gigabytes.
    const answers =
      compiler.kind === 'api'
        ? await checkByApi(root, compiler.package, own, variants)
        : await checkByCommand({ root, program: compiler.program, configs: own, variants, patience })
    own.forEach((config, index) => {
      const answer = answers[index]
      if (answer) checked.push({ config, compiler, ...answer })
    })
  }
  return checked.sort((a, b) => (a.config < b.config ? -1 : 1))
}

interface Answer {
  found: { file: string; line: number; column: number; code: number; message: string }[][]
  problems: string[]
}

async function checkByApi(
  root: string,
  path: string | null,
  configs: readonly string[],
  variants: readonly Texts[],
): Promise<Pick<Checked, 'found' | 'problems'>[]> {
  const absolute = (file: string): string => join(root, file).replaceAll('\\', '/')
  const question = {
    package: path,
    configs: configs.map(absolute),
    variants: variants.map((texts) =>
      Object.fromEntries([...texts].map(([file, text]) => [absolute(file), text])),
    ),
  }
  const answers = (await askChild('check-types', question, {
    cwd: root,
    timeout: patience,
    memory,
  })) as Answer[]
  const toProblem = ({ file, code, message, ...at }: Answer['found'][number][number]): TypeProblem => ({
    file: relativeTo(root, file) ?? file,
    ...at,
    code: `TS${code}`,
    message: withoutRoot(message, root),
  })
  return answers.map(({ found, problems }) => ({
    found: found.map((list) => list.map(toProblem)),
    problems: problems.map((message) => withoutRoot(message, root)),
  }))
}

/** Messages name files by their absolute path, which is no business of a report. */
function withoutRoot(message: string, root: string): string {
  return message.replaceAll(`${root.replaceAll('\\', '/')}/`, '').replaceAll(`${root}/`, '')
}
