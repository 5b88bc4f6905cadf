import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readManifest } from '../../src/batch/manifest/index.js'
import { type BatchOptions, runBatch } from '../../src/batch/run.js'
import type { Limits, Result, Settings } from '../../src/batch/types.js'
import { program } from '../cli/process.js'

/** A Next.js app with one call to rewrite. */
export const appFiles: Record<string, string> = {
  'package.json': '{ "name": "app", "dependencies": { "next": "16.0.1" } }\n',
  'app/actions.ts':
    "'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport async function save() {\n  revalidateTag('posts')\n}\n",
  'app/page.tsx': 'export default function Page() {\n  return null\n}\n',
}

/** The action of {@link appFiles} as it should be. */
export const migratedAction =
  "'use server'\n\nimport { updateTag } from 'next/cache'\n\nexport async function save() {\n  updateTag('posts')\n}\n"

/** An app with nothing to change. */
export const cleanFiles: Record<string, string> = {
  ...appFiles,
  'app/actions.ts': migratedAction,
}

/** An app with a call that only a person can decide. */
export const reviewFiles: Record<string, string> = {
  ...appFiles,
  'app/actions.ts':
    "'use server'\n\nimport { revalidateTag } from 'next/cache'\n\nexport async function save(...tags: [string]) {\n  revalidateTag(...tags)\n}\n",
}

export interface Place {
  /** Absolute, without symbolic links. */
  root: string
  path(name: string): string
  write(name: string, text: string): void
  read(name: string): string
  has(name: string): boolean
  git(folder: string, ...args: string[]): string
  /** Makes a repository with one commit on `main`. */
  repository(name: string, files?: Record<string, string>): string
  /** Makes a bare copy of a repository. */
  bare(name: string, from: string): string
}

/** A temporary folder, removed after the test. */
export function place(): Place {
  const made = placeIn(realpathSync.native(mkdtempSync(join(tmpdir(), 'retag-batch-'))))
  onTestFinished(() => rmSync(made.root, { recursive: true, force: true, maxRetries: 5 }))
  return made
}

/** The same in a folder that somebody else looks after. */
export function placeIn(root: string): Place {
  const path = (name: string): string => join(root, name)
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), text)
  }
  const git = (folder: string, ...args: string[]): string => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'commit.gpgsign=false']
    const env = {
      ...process.env,
      GIT_AUTHOR_DATE: '@1700000000 +0000',
      GIT_COMMITTER_DATE: '@1700000000 +0000',
    }
    return execFileSync('git', [...who, ...args], { cwd: path(folder), stdio: 'pipe', encoding: 'utf8', env })
  }
  return {
    root,
    path,
    write,
    git,
    read: (name) => readFileSync(path(name), 'utf8'),
    has: (name) => existsSync(path(name)),
    repository(name, files = appFiles) {
      mkdirSync(path(name), { recursive: true })
      for (const [file, text] of Object.entries(files)) write(`${name}/${file}`, text)
      git(name, 'init', '-q', '-b', 'main')
      git(name, 'add', '-A')
      git(name, 'commit', '-qm', 'start')
      return path(name)
    },
    bare(name, from) {
      git('.', 'clone', '-q', '--bare', path(from), path(name))
      return path(name)
    },
  }
}

export const dryRun: Settings = {
  ...{ apply: false, push: false, pr: false, trust: false },
  ...{ verifyCommand: null, author: null, forge: null, choices: ['--format', 'none'] },
}

export const applying: Settings = {
  ...dryRun,
  apply: true,
  author: { name: 'Fleet Bot', email: 'bot@example.com' },
}

const limits: Limits = { concurrency: 2, memory: 1024, timeout: 120_000, backoff: [] }

export interface BatchOver {
  settings?: Settings
  limits?: Partial<Limits>
  resume?: boolean
  env?: NodeJS.ProcessEnv
  program?: readonly string[]
  signal?: AbortSignal
  ended?: (result: Result) => void
  phase?: BatchOptions['events']['phase']
}

/** Settings of the machine that runs the tests must not change what is done. */
export const quietEnv = { ...process.env, DRY_RUN: '', GITHUB_ACTIONS: '' }

/** Runs a batch on a manifest, with the real program in its processes; the output folder is `out` of the place. */
export function batchOf({ root, path }: Place, manifest: string, over: BatchOver = {}): Promise<Result[]> {
  const settings = over.settings ?? dryRun
  return runBatch({
    entries: readManifest({
      text: manifest,
      shown: 'repos.yml',
      folder: root,
      head: 'retag/next-16',
      trust: settings.trust,
    }),
    settings,
    limits: { ...limits, ...over.limits },
    out: path('out'),
    resume: over.resume ?? false,
    program: over.program ?? program,
    env: over.env ?? quietEnv,
    signal: over.signal ?? new AbortController().signal,
    events: { phase: over.phase ?? (() => {}), ended: over.ended ?? (() => {}) },
  })
}

/** A manifest that names some repositories and says nothing else. */
export function listOf(...repositories: string[]): string {
  return JSON.stringify({ repositories })
}

/** `name: outcome` of each result. */
export function outcomesOf(results: readonly Result[]): Record<string, string> {
  return Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]))
}

/** What stands in every file of the output folder, one text. */
export function everythingIn(folder: string): string {
  return execFileSync('grep', ['-ra', '', folder], { encoding: 'utf8', maxBuffer: 2 ** 28 })
}
