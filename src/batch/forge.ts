import { readFileSync } from 'node:fs'
import { runProcess } from './process.js'
import { reason } from './redact.js'
import { hostOf } from './source.js'
import { type ForgeProgram, RepositoryProblem, type Source } from './types.js'

export interface PullRequest {
  to: Source
  head: string
  /** The branch to merge into; null for the default branch. */
  base: string | null
  title: string
  /** Absolute path of the text, Markdown. */
  bodyFile: string
}

interface Context {
  program: ForgeProgram | null
  /** An empty folder: the program must not read a repository that it happens to stand in. */
  cwd: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** A command line takes 128 KB in one argument on Linux; a character takes up to three bytes. */
const mostArgument = 40_000

/**
 * Opens a pull request (on GitLab a merge request) with the program of the forge that is on this machine, or gives the
 * one that is open for the branch the new text.
 *
 * @returns its URL
 * @throws RepositoryProblem where the forge is unknown, the program is not there, or says no
 */
export async function openPullRequest(request: PullRequest, context: Context): Promise<string> {
  const place = hostOf(request.to)
  if (place === null) {
    throw new RepositoryProblem(
      'failed',
      '--pr needs a repository on a forge, and this one is on this machine.',
    )
  }
  const program = context.program ?? programFor(place.host)
  const run = (args: readonly string[]): Promise<string> => runForge(program, args, context)
  const address = `https://${place.host}/${place.path}`
  return program === 'gh' ? await onGitHub(run, request, address) : await onGitLab(run, request, address)
}

function programFor(host: string): ForgeProgram {
  if (/(^|\.)github\./i.test(host)) return 'gh'
  if (/(^|\.)gitlab\./i.test(host)) return 'glab'
  throw new RepositoryProblem(
    'failed',
    `Which forge runs on ${host} is not known. Name its program with --forge gh or glab.`,
  )
}

type Run = (args: readonly string[]) => Promise<string>

async function onGitHub(run: Run, request: PullRequest, address: string): Promise<string> {
  const { head, base, title, bodyFile } = request
  const where = ['--repo', address]
  const listed = await run([
    'pr',
    'list',
    ...where,
    '--head',
    head,
    '--state',
    'open',
    '--json',
    'url',
    '--limit',
    '1',
  ])
  const open = firstUrl(listed, 'url')
  if (open !== null) {
    await run(['pr', 'edit', open, ...where, '--title', title, '--body-file', bodyFile])
    return open
  }
  const into = base === null ? [] : ['--base', base]
  const said = await run([
    ...['pr', 'create', ...where, '--head', head, ...into],
    ...['--title', title, '--body-file', bodyFile],
  ])
  return lastUrl(said, 'gh pr create')
}

async function onGitLab(run: Run, request: PullRequest, address: string): Promise<string> {
  const { head, base, title, bodyFile } = request
  const where = ['--repo', address]
  const body = readFileSync(bodyFile, 'utf8').slice(0, mostArgument)
  const listed = await run(['mr', 'list', ...where, '--source-branch', head, '--output', 'json'])
  const open = firstUrl(listed, 'web_url')
  if (open !== null) {
    const number = /\/(\d+)\/?$/.exec(open)?.[1] ?? head
    await run(['mr', 'update', number, ...where, '--title', title, '--description', body])
    return open
  }
  const into = base === null ? [] : ['--target-branch', base]
  const said = await run([
    ...['mr', 'create', ...where, '--source-branch', head, ...into],
    ...['--title', title, '--description', body, '--yes'],
  ])
  return lastUrl(said, 'glab mr create')
}

async function runForge(program: ForgeProgram, args: readonly string[], context: Context): Promise<string> {
  const env = {
    ...context.env,
    GH_PROMPT_DISABLED: '1',
    NO_PROMPT: '1',
    NO_COLOR: '1',
    GIT_TERMINAL_PROMPT: '0',
  }
  const { code, stdout, stderr } = await runProcess(program, args, {
    cwd: context.cwd,
    env,
    signal: context.signal,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new RepositoryProblem(
      'failed',
      `${program} is not on this machine. Install it and log in, or leave out --pr.`,
    )
  })
  if (code === 0) return stdout
  const said = stderr.trim() === '' ? `exit code ${code}` : stderr
  throw new RepositoryProblem('failed', reason(`${program} ${args.slice(0, 2).join(' ')}: ${said}`))
}

function firstUrl(json: string, field: 'url' | 'web_url'): string | null {
  if (json.trim() === '') return null
  const list = JSON.parse(json) as Record<string, unknown>[]
  const url = list[0]?.[field]
  return typeof url === 'string' ? url : null
}

function lastUrl(text: string, what: string): string {
  const url = [...text.matchAll(/https?:\/\/\S+/g)].at(-1)?.[0]
  if (url !== undefined) return url
  throw new RepositoryProblem('failed', `${what} did not say where the request is.`)
}
