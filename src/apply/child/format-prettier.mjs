// A process of its own: formats texts with the Prettier of a repository. Question on standard input, answer on standard output.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * @typedef {object} Question
 * @property {string} package - absolute folder of the installed Prettier, 2 or 3
 * @property {string | null} config - absolute path of the one config to read; null leaves the search to Prettier, which may run code
 * @property {boolean} plugins - whether plug-ins that the config names are loaded
 * @property {string[]} ignore - absolute paths of files with ignore patterns
 * @property {{ file: string, before: string, after: string }[]} files - absolute paths, texts without byte order mark
 */

/** @type {Question} */
const question = JSON.parse(readFileSync(0, 'utf8'))
const prettier = createRequire(join(question.package, 'package.json'))(question.package)
/** Of its own parsers those for JavaScript and TypeScript: Prettier 2 takes the path of a module, too, and loads it. */
const ownParsers = /^(?:babel|babel-flow|babel-ts|typescript|flow|acorn|espree|meriyah)$/
const answers = []
for (const { file, before, after } of question.files) answers.push(await formatted(file, before, after))
process.stdout.write(`\n@@retag:${JSON.stringify(answers)}`)

/**
 * The new text as Prettier lays it out; null where the old one was not clean, or is no business of Prettier.
 *
 * @param {string} file @param {string} before @param {string} after
 * @returns {Promise<{ text: string | null } | { error: string }>}
 */
async function formatted(file, before, after) {
  try {
    if (await isIgnored(file)) return { text: null }
    const options = await optionsFor(file)
    if ((await prettier.format(before, options)) !== before) return { text: null }
    return { text: await prettier.format(after, options) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** @param {string} file */
async function isIgnored(file) {
  for (const ignorePath of question.ignore) {
    const { ignored } = await prettier.getFileInfo(file, { ignorePath, resolveConfig: false })
    if (ignored) return true
  }
  return false
}

/** @param {string} file */
async function optionsFor(file) {
  const pinned = question.config === null ? {} : { config: question.config }
  const found = (await prettier.resolveConfig(file, { editorconfig: true, ...pinned })) ?? {}
  if (question.plugins) return { ...found, filepath: file }
  const { parser, ...rest } = found
  return { ...rest, ...(ownParsers.test(parser) ? { parser } : {}), plugins: [], filepath: file }
}
