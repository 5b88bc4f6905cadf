// A process of its own: type-checks projects with a given TypeScript, several times over, each time with some files
// changed in memory. Question on standard input, answer on standard output. Nothing is written.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * @typedef {object} Question
 * @property {string | null} package - absolute folder of the installed TypeScript; null for the one that retag brings
 * @property {string[]} configs - absolute paths of tsconfigs
 * @property {Record<string, string | null>[]} variants - by absolute path the text of changed files; null: not there
 *
 * @typedef {object} Found
 * @property {string} file - absolute path as TypeScript writes it
 * @property {number} line - 1-based
 * @property {number} column - 1-based
 * @property {number} code
 * @property {string} message
 *
 * @typedef {{ found: Found[][], problems: string[] }} Answer - `found`: one list per variant
 */

/** @type {Question} */
const question = JSON.parse(readFileSync(0, 'utf8'))
const libFolder = '/retag-lib'
const { ts, libs } = load()
process.stdout.write(`\n@@retag:${JSON.stringify(question.configs.map(check))}`)

function load() {
  if (question.package !== null) {
    return { ts: createRequire(join(question.package, 'package.json'))(question.package), libs: null }
  }
  const { ts, getLibFiles } = createRequire(import.meta.url)('@ts-morph/common')
  const files = getLibFiles().map((/** @type {{ fileName: string, text: string }} */ lib) => [
    `${libFolder}/${lib.fileName}`,
    lib.text,
  ])
  return { ts, libs: new Map(files) }
}

/** @param {string} config @returns {Answer} */
function check(config) {
  /** @type {string[]} */
  const problems = []
  const note = (/** @type {{ messageText: unknown }} */ { messageText }) =>
    problems.push(ts.flattenDiagnosticMessageText(messageText, ' '))
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: note }
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host)
  parsed?.errors.forEach(note)
  if (!parsed || parsed.fileNames.length === 0) return { found: question.variants.map(() => []), problems }
  const options = {
    ...parsed.options,
    noEmit: true,
    incremental: false,
    composite: false,
    skipLibCheck: true,
    tsBuildInfoFile: undefined,
  }
  const sources = new Map()
  let program
  const found = []
  for (const variant of question.variants) {
    // References are left out: what they would have built is checked as source.
    program = ts.createProgram(
      rootsOf(parsed.fileNames, variant),
      options,
      hostOf(options, variant, sources),
      program,
    )
    found.push(errorsOf(program))
  }
  return { found, problems }
}

/** @param {string[]} files @param {Record<string, string | null>} variant */
function rootsOf(files, variant) {
  const gone = new Set(Object.keys(variant).filter((file) => variant[file] === null))
  return files.filter((file) => !gone.has(file))
}

/**
 * The disk with the changed files in front of it. Files that no variant changes are parsed once for all.
 *
 * @param {object} options @param {Record<string, string | null>} variant @param {Map<string, object>} sources
 */
function hostOf(options, variant, sources) {
  const disk = ts.createCompilerHost(options, false)
  const changed = (/** @type {string} */ file) => (Object.hasOwn(variant, file) ? variant[file] : undefined)
  const text = (/** @type {string} */ file) => {
    const own = changed(file)
    return own === null ? undefined : (own ?? libs?.get(file) ?? disk.readFile(file))
  }
  const exists = (/** @type {string} */ file) => {
    const own = changed(file)
    return own === undefined ? libs?.has(file) || disk.fileExists(file) : own !== null
  }
  // TypeScript looks for no file in a folder that is not there.
  const directoryExists = (/** @type {string} */ folder) =>
    disk.directoryExists(folder) ||
    Object.keys(variant).some((file) => file.startsWith(`${folder}/`) && exists(file))
  const host = { ...disk, readFile: text, fileExists: exists, directoryExists, getSourceFile }
  if (libs) {
    host.getDefaultLibLocation = () => libFolder
    host.getDefaultLibFileName = (/** @type {object} */ wanted) =>
      `${libFolder}/${ts.getDefaultLibFileName(wanted)}`
  }
  return host

  /** @param {string} file @param {object} version */
  function getSourceFile(file, version) {
    const own = changed(file)
    const key = `${typeof own === 'string' ? own.length : ''}:${file}:${own ?? ''}`
    const known = sources.get(key)
    if (known) return known
    const content = text(file)
    if (content === undefined) return undefined
    const source = ts.createSourceFile(file, content, version)
    sources.set(key, source)
    return source
  }
}

/** @returns {Found[]} */
function errorsOf(/** @type {any} */ program) {
  return program
    .getSourceFiles()
    .filter(
      (/** @type {any} */ source) =>
        !source.isDeclarationFile && !program.isSourceFileFromExternalLibrary(source),
    )
    .flatMap((/** @type {any} */ source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .filter((/** @type {any} */ { category }) => category === ts.DiagnosticCategory.Error)
    .map((/** @type {any} */ { file, start, code, messageText }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start)
      return {
        file: file.fileName,
        line: line + 1,
        column: character + 1,
        code,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }
    })
}
