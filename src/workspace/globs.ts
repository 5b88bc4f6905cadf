import picomatch from 'picomatch'

/**
 * `app/(shop)/[id]/**` is how folders of an app router are called, not a group and a character class. So a
 * pattern with such characters is tried as written names first and as a glob second.
 */
function literal(pattern: string): string {
  return pattern.replace(/(?<![@?*+!\\])\(([^()|]*)\)/g, '\\($1\\)').replace(/[[\]]/g, '\\$&')
}

function matcher(pattern: string): (file: string) => boolean {
  const posix = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const clean = posix.replace(/^\.\//, '').replace(/\/+$/, '')
  if (clean === '' || clean === '.') return () => true
  const everywhere = clean.includes('/') ? clean : `**/${clean}`
  const globs = [...new Set([everywhere, literal(everywhere)])]
  return picomatch(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true, nonegate: true, windows: false },
  )
}

/**
 * Compiles globs to one test of POSIX paths relative to the root. A pattern without slash matches at any
 * depth, a folder matches what lies below it, `!pattern` takes out, and `(group)` and `[param]` match folders
 * of that name. A list of only `!patterns` matches everything else; an empty list matches nothing.
 */
export function globMatcher(patterns: readonly string[]): (file: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(matcher)
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => matcher(pattern.slice(1)))
  const everything = wanted.length === 0 && unwanted.length > 0
  return (file) => (everything || wanted.some((test) => test(file))) && !unwanted.some((test) => test(file))
}
