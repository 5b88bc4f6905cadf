/** What is on disk. Paths are POSIX and relative to {@link Workspace.root} unless they are called absolute. */

/** One Next.js application: a folder whose package.json depends on `next`, or that holds a next.config. */
export interface App {
  /** Folder of the app, `''` for the root itself. */
  dir: string
  /** The `next` range or version as package.json (or the pnpm catalog) writes it; null where none is written. */
  next: string | null
  /** Lowest major version that `next` allows; null when it cannot be told (`latest`, a tag, no entry). */
  nextMajor: number | null
  router: ('app' | 'pages')[]
  /** Folder of the app router (`apps/web/src/app`), null without one. */
  appRouterDir: string | null
  /** Folder of the pages router, null without one. */
  pagesRouterDir: string | null
  /** The next.config file, null without one. */
  configFile: string | null
  /** Names of the `cacheLife` profiles that the next.config declares (read without running it). */
  cacheProfiles: string[]
  /** Settings of the next.config that are on, read without running it; false where it cannot be told. */
  cacheComponents: boolean
  /** `experimental.useCache`, `experimental.cacheComponents` or `experimental.dynamicIO`: `'use cache'` compiles without the above. */
  useCache: boolean
  /** True when the next.config sets `cacheHandler` or `cacheHandlers`. */
  customCacheHandler: boolean
  /** `pageExtensions` of the next.config where it is a literal list; otherwise Next's own `['tsx','ts','jsx','js']`. */
  pageExtensions: string[]
  /** `basePath` of the next.config; `''` without one, null where it is no literal. */
  basePath: string | null
  /** True where the next.config sets `trailingSlash`. */
  trailingSlash: boolean
  /** True where the next.config has `rewrites` or `i18n`, or the middleware rewrites: a URL may mean another route. */
  rewrites: boolean
}

/** A package of the workspace (the root package included). */
export interface WorkspacePackage {
  dir: string
  name: string | null
  private: boolean
  /** Files that the package's own `scripts`, `bin` name, where they are source files of the tree. */
  scriptFiles: string[]
}

export interface Workspace {
  /** Absolute path of the tree that is analysed: the git top level, else the outermost workspace root, else the path given. */
  root: string
  /** Null where there is no git work tree. */
  git: GitState | null
  apps: App[]
  packages: WorkspacePackage[]
  /**
   * Every source file (js, jsx, ts, tsx, mjs, cjs, mts, cts), sorted by code unit; the whole universe of the
   * analysis. Left out: installed and generated folders (node_modules, .next, .turbo, .vercel, .yarn), minified
   * files, declarations, symbolic links and what lies behind them, submodules, tracked files that are not there.
   */
  files: string[]
  /** The part of `files` that a run may change: below the given paths, and through include, exclude and files-from. */
  selected: ReadonlySet<string>
  /**
   * Files that could not be read, listed or parsed (package.json, tsconfig), with the reason; they are reported,
   * the rest goes on. Grows while the workspace is used, since files are read when they are asked for.
   */
  unreadable: { file: string; message: string }[]
  /** Raw bytes of a file of `files`; undefined when it cannot be read. */
  bytes(file: string): Buffer | undefined
  /** Text of a file of `files`, decoded as UTF-8, without byte order mark; undefined when it cannot be read. */
  text(file: string): string | undefined
  /** The source file of this tree that an import means, null when it lies outside (npm packages, Node built-ins, assets). */
  resolve(specifier: string, from: string): string | null
  /** The innermost app that holds a file, null for files of other packages. */
  appOf(file: string): App | null
  /** The innermost package that holds a file, null without one. */
  packageOf(file: string): WorkspacePackage | null
}

export interface GitState {
  /** Absolute path of the work tree's top level. */
  topLevel: string
  /** Files (relative to root) with uncommitted changes, staged or not. Asked only when something is to be written. */
  dirty(): string[]
  /** Source files (relative to root) that git does not track and does not ignore. */
  untracked(): string[]
}

export interface WorkspaceOptions {
  /** Absolute paths given by the person; files or folders. */
  paths: string[]
  include?: string[]
  exclude?: string[]
  /** When given, only these files (absolute, or relative to the current folder of the caller, made absolute by the caller) are selected. */
  filesFrom?: string[]
  /** Globs of the config's `ignore`: neither selected nor reported. */
  ignore?: string[]
}

/** Thrown for problems that the person can mend; `message` is one line: problem, cause, remedy. The CLI exits with 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
