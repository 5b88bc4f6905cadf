// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/.]|\/\.|[/.]$|\.lock(?:\/|$)|^@$/

/** True for what git takes as the name of a branch (git-check-ref-format, with `--branch`). */
export function isBranchName(name: string): boolean {
  return name !== '' && name !== 'HEAD' && !forbidden.test(name)
}
