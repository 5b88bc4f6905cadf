/** This file and main.ts load under any Node that knows ES modules: keep them free of newer syntax and of imports. */

const oldestMajor = 20
const oldestMinor = 9

/** One line for a person when `version` (as in `process.versions.node`) is too old, else null. */
export function nodeProblem(version: string): string | null {
  const parts = version.split('.').map(Number)
  const major = parts[0] || 0
  const minor = parts[1] || 0
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null
  return `retag needs Node.js ${oldestMajor}.${oldestMinor} or later, but this is ${version}. Install a newer Node.js.`
}
