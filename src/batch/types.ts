import type { FleetRepository, Outcome } from '../report/fleet/types.js'

/** Where a repository comes from. */
export type Source =
  /** A repository on this machine; `path` is absolute. */
  | { kind: 'local'; path: string; name: string }
  /** `url` holds no credentials; `name` is host and path: `github.com/acme/shop`. */
  | { kind: 'url'; url: string; name: string; credentials: Credentials | null }

/** The part of a URL that nobody may see. */
export interface Credentials {
  /** The URL as it was given. */
  whole: string
  /** Texts that must not be shown: password, token, in both their spellings. */
  secrets: string[]
}

/** One repository to work on: an entry of the manifest with the defaults filled in. */
export interface Entry {
  /** Names source, branch, folders and config; 12 hexadecimal digits. */
  key: string
  source: Source
  /** The branch to start from; null for the default branch of the repository. */
  branch: string | null
  /** The branch that the commit goes to. */
  head: string
  /** Folders to change, POSIX, relative to the top of the repository; none for all of it. */
  folders: string[]
  /** Absolute; null without one. */
  config: string | null
  labels: string[]
}

/** What became of one repository; a line of the journal. Reports are relative to the output folder. */
export interface Result extends FleetRepository {
  key: string
  /** Where the branch went: a URL, a path, or the folder of the clone that was kept. */
  destination: string | null
  seconds: number
  /** Highest resident size of the process that analysed it; null where the system does not tell. */
  megabytes: number | null
}

/** Name and address of author and committer. */
export interface Identity {
  name: string
  email: string
}

export type ForgeProgram = 'gh' | 'glab'

/** What is done to each repository. A run that is resumed must have the same. */
export interface Settings {
  apply: boolean
  push: boolean
  pr: boolean
  trust: boolean
  verifyCommand: string | null
  author: Identity | null
  /** The program that opens pull requests; null to choose by host. */
  forge: ForgeProgram | null
  /** Further arguments of `retag`: `--profile`, `expire-0`. */
  choices: string[]
}

export interface Limits {
  concurrency: number
  /** Of the process of one repository, in megabytes. */
  memory: number
  /** For one repository from clone to pull request, in milliseconds. */
  timeout: number
  /** Milliseconds to wait before each further try after a network error. */
  backoff: readonly number[]
}

/** Ends the work on one repository with an outcome; `message` is one line without credentials. */
export class RepositoryProblem extends Error {
  override name = 'RepositoryProblem'

  constructor(
    readonly outcome: Extract<Outcome, 'failed' | 'timed-out' | 'skipped'>,
    message: string,
  ) {
    super(message)
  }
}
