import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageVersion } from '../config/package-root.js'
import type { StepContext } from './context.js'
import { openPullRequest } from './forge.js'
import type { Clone } from './git/clone.js'
import { createGit, type Git } from './git/command.js'
import { commitTree, messageOf, stage, subject } from './git/commit.js'
import { destinationOf, publish } from './git/publish.js'
import { addressOfSource, credentialsOf } from './source.js'
import type { Entry, Result } from './types.js'
import { verify } from './verify.js'

/** Brings what was written in a clone to where it belongs, and fills in the result as it goes. */
export async function deliver(
  entry: Entry,
  result: Result,
  clone: Clone,
  git: Git,
  context: StepContext,
): Promise<void> {
  const { settings, enter, folders, folder, slug, env, signal } = context
  const { author } = settings
  if (author === null) throw new Error('a run that applies has an author')
  const tree = await stage(git, clone)
  if (tree === clone.tree) return
  if (settings.verifyCommand !== null) {
    enter('verifying')
    await verify(settings.verifyCommand, clone.folder, { env, signal })
  }
  enter('committing')
  const { head } = entry
  const message = messageOf(clone, packageVersion())
  const commit = await commitTree(git, clone, { tree, head, author, message })
  const to = await destinationOf(git, entry, settings.push)
  if (to === null) {
    const kept = join(folders.clones, slug)
    mkdirSync(folders.clones, { recursive: true })
    rmSync(kept, { recursive: true, force: true, maxRetries: 5 })
    renameSync(clone.folder, kept)
    Object.assign(result, { branch: head, commit, destination: kept })
    return
  }
  enter('pushing')
  await publish(gitFor(to, clone.folder, context), clone, { to, head, commit, author })
  Object.assign(result, { branch: head, commit, destination: to.name })
  if (!settings.pr) return
  enter('opening the pull request')
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  const bodyFile = join(folders.out, result.reports.markdown ?? '')
  result.pullRequest = await openPullRequest(
    { to, head, base: clone.branch, title: subject, bodyFile },
    { program: settings.forge, cwd: empty, env, signal },
  )
}

/** Git for a repository, with the credentials of its address. */
export function gitFor(source: Entry['source'], cwd: string, { env, signal, limits }: StepContext): Git {
  const credentials = credentialsOf(source)
  return createGit({
    cwd,
    env,
    signal,
    backoff: limits.backoff,
    credentials,
    address: addressOfSource(source),
  })
}
