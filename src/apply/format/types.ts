/** Whether the repository's own formatter runs. `auto`: only where that loads no code of the repository. `trust`: always. */
export const formatModes = ['auto', 'none', 'trust'] as const
export type FormatMode = (typeof formatModes)[number]

export type Tool = 'prettier' | 'biome' | 'oxfmt'

/** A formatter that a repository has configured and installed. */
export interface Formatter {
  tool: Tool
  /** Absolute path of the installed package. */
  package: string
  /** Config file, absolute; null where the tool is only a dependency, and its defaults count. */
  config: string | null
  /** Absolute folder in which it runs: that of the config, else of the package.json that names it. */
  folder: string
}
