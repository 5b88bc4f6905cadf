import { readFileSync } from 'node:fs'
import { dirname, extname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../workspace/types.js'
import { findConfig } from './find.js'
import type { LiteralResult } from './literal.js'
import type { RetagConfig } from './types.js'

export interface LoadedConfig {
  /** Absolute path of the file. */
  file: string
  /** Absolute folder of the file: its globs count from there. */
  dir: string
  config: RetagConfig
}

/**
 * Finds, reads and checks the config of a run. A module is read as a literal and not run, so that nothing of an
 * analysed repository is executed; only a file that the person names with `--config` may be.
 *
 * @param options.paths absolute paths of the run.
 * @param options.explicit absolute path given with `--config`.
 * @param options.cwd absolute; messages show paths relative to it.
 * @returns null when there is no config.
 * @throws UsageError when it cannot be read, is not valid, or would have to be run.
 */
export async function loadConfig(options: {
  paths: string[]
  explicit?: string
  cwd: string
}): Promise<LoadedConfig | null> {
  const file = options.explicit ?? findConfig(options.paths)
  if (file === null) return null
  const shown = relative(options.cwd, file) || file
  const text = readConfig(file, shown)
  const value =
    extname(file) === '.json'
      ? parseJson(text, shown)
      : await readModule(file, shown, text, options.explicit !== undefined)
  // Loaded late, like the compiler below: most runs have no config.
  const { validateConfig } = await import('./validate.js')
  return { file, dir: dirname(file), config: validateConfig(value, shown) }
}

function readConfig(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new UsageError(`The config ${shown} ${why}. Pass --config <file> with a readable file.`)
  }
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const lax = /\/\/|\/\*|,\s*[\]}]/.test(text)
    const remedy = lax ? 'Take out comments and trailing commas, or use retag.config.ts.' : 'Mend it.'
    throw new UsageError(`${shown} is not valid JSON (${error.message.replaceAll(/\s+/g, ' ')}). ${remedy}`)
  }
}

async function readModule(file: string, shown: string, text: string, mayRun: boolean): Promise<unknown> {
  // Loaded late: the TypeScript compiler is large.
  const { readLiteralModule } = await import('./literal.js')
  const result = readLiteralModule(file, text)
  if (result.kind === 'value') return result.value
  if (result.kind === 'syntax') {
    throw new UsageError(`${shown}:${result.line} is not valid: ${result.message} Mend it.`)
  }
  if (mayRun) return await runModule(file, shown)
  throw notStatic(result, shown)
}

function notStatic(
  result: Exclude<LiteralResult, { kind: 'value' } | { kind: 'syntax' }>,
  shown: string,
): UsageError {
  if (result.kind === 'no-export') {
    return new UsageError(`${shown} has no default export. Write \`export default defineConfig({ ... })\`.`)
  }
  return new UsageError(
    `${shown}:${result.line} cannot be read without running it. Pass --config ${shown} to run it, or use retag.config.json.`,
  )
}

async function runModule(file: string, shown: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const own = ['.js', '.ts'].map((ext) => fileURLToPath(new URL(`./define-config${ext}`, import.meta.url)))
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    // Under npx the config's folder has no `retag` to import defineConfig from.
    alias: { retag: own[import.meta.url.endsWith('.ts') ? 1 : 0] ?? '' },
  })
  try {
    return await jiti.import(file, { default: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${shown} failed when it was run (${message.split('\n')[0]}). Mend it.`)
  }
}
