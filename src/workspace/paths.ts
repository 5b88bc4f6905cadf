import path from 'node:path'

const source = /\.(?:[cm]?[jt]s|[jt]sx)$/
const declaration = /\.d(?:\.[^./]+)?\.[cm]?ts$/
const minified = /\.min\.[cm]?js$/
const generated = /(?:^|\/)(?:\.git|node_modules|\.next|\.turbo|\.vercel|\.yarn)\/|(?:^|\/)\.pnp\.[^/]*$/
const config = /\.json$|(?:^|\/)(?:pnpm-workspace\.yaml|\.yarnrc\.yml)$/

/** True for a path inside a folder of installed or generated files, where nobody edits. */
export function isGenerated(file: string): boolean {
  return generated.test(file)
}

/** True for a file that people write and Next.js, a test or a script can run. */
export function isSource(file: string): boolean {
  return source.test(file) && !declaration.test(file) && !minified.test(file) && !isGenerated(file)
}

/** True for a file that may say something about packages, aliases or versions. */
export function isConfig(file: string): boolean {
  return config.test(file) && !isGenerated(file)
}

/** The folder of a relative POSIX path; `''` for the root. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/')
  return slash < 0 ? '' : file.slice(0, slash)
}

/** The folder itself, its parent, and so on up to the root `''`. */
export function foldersUp(folder: string): string[] {
  const folders = [folder]
  for (let at = folder; at !== ''; ) {
    at = folderOf(at)
    folders.push(at)
  }
  return folders
}

/** Joins a folder and a relative path, both POSIX; null when the result leaves the root. */
export function joinPath(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** True when a path is the folder or lies below it. */
export function isInside(file: string, folder: string): boolean {
  return folder === '' || file === folder || file.startsWith(`${folder}/`)
}

/** An absolute path as POSIX path relative to root; null when it lies outside. */
export function relativeTo(root: string, absolute: string): string | null {
  const relative = path.relative(root, absolute).split(path.sep).join('/')
  return relative === '..' || relative.startsWith('../') || path.isAbsolute(relative) ? null : relative
}

/** Compares by code unit, so that every machine sorts alike. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
