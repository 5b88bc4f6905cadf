import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Choices } from '../../src/index.js'
import { type Fixture, projectRoot } from './fixtures.js'
import { inTempFolder, readTree, type Tree, writeTree } from './tree.js'

/**
 * All files of each fixture after the built program ran on a copy of it. Starting the program costs more than the work,
 * so the apps that need the same flags stand in one tree and share one run; that also shows that apps do not disturb
 * each other.
 */
export function runProgram(fixtures: Fixture[]): Map<string, Tree> {
  const shared = new Map<string, Fixture[]>()
  const results = new Map<string, Tree>()
  for (const fixture of fixtures) {
    const { flags, config } = asCommandLine(fixture.report.options ?? {})
    const key = flags.join(' ')
    if (config || isMonorepo(fixture)) results.set(fixture.name, runSingle(fixture))
    else shared.set(key, [...(shared.get(key) ?? []), fixture])
  }
  for (const group of shared.values()) for (const [name, after] of runShared(group)) results.set(name, after)
  return results
}

function isMonorepo({ input }: Fixture): boolean {
  return Object.keys(input).some((file) => file.endsWith('/package.json'))
}

function runShared(fixtures: Fixture[]): Map<string, Tree> {
  return inTempFolder((folder) => {
    for (const { name, input } of fixtures) writeTree(path.join(folder, name), input)
    const [first] = fixtures
    retag(folder, asCommandLine(first?.report.options ?? {}).flags)
    return new Map(fixtures.map(({ name }) => [name, readTree(path.join(folder, name))]))
  })
}

const configFile = 'retag.config.json'

function runSingle({ input, report }: Fixture): Tree {
  const { flags, config } = asCommandLine(report.options ?? {})
  return inTempFolder((folder) => {
    writeTree(folder, config ? { ...input, [configFile]: JSON.stringify(config) } : input)
    retag(folder, flags)
    const { [configFile]: _, ...after } = readTree(folder)
    return after
  })
}

/** The same choices as a person writes them: flags, and a config for the globs. */
function asCommandLine(choices: Partial<Choices>): { flags: string[]; config: object | null } {
  const { profile, mixed, fixMisuse, transforms, skip, profiles, contexts } = choices
  const { unstableCache, useCacheFlag } = choices
  const flags = [
    ...(profile && !profiles ? ['--profile', profile] : []),
    ...(mixed ? ['--mixed', mixed] : []),
    ...(fixMisuse ? ['--fix-misuse'] : []),
    ...(choices.createTagHelpers ? ['--create-tag-helpers'] : []),
    ...(unstableCache ? ['--unstable-cache', unstableCache] : []),
    ...(useCacheFlag ? ['--use-cache-flag', useCacheFlag] : []),
    ...(choices.refresh ? ['--refresh'] : []),
    ...(transforms ? ['--transform', ...transforms] : []),
    ...(skip ? ['--skip', ...skip] : []),
  ]
  // A flag would replace the whole map, so beside globs the profile for all is the last of them.
  const byGlob = profiles && [...profiles, ...(profile ? [{ glob: '**', profile }] : [])]
  const config = {
    ...(choices.tagHelpers && { tagHelpers: choices.tagHelpers }),
    ...(choices.resources && { resources: choices.resources }),
    ...(choices.paths && {
      paths: Object.fromEntries(choices.paths.map(({ route, helpers }) => [route, helpers])),
    }),
    ...(byGlob && { profiles: Object.fromEntries(byGlob.map((entry) => [entry.glob, entry.profile])) }),
    ...(contexts && { contexts: Object.fromEntries(contexts.map((entry) => [entry.glob, entry.context])) }),
  }
  return { flags, config: Object.keys(config).length > 0 ? config : null }
}

/** Runs the built program on a folder, without questions. */
export function retag(folder: string, flags: string[]): void {
  run([built('src/cli/main.js'), '--yes', '--force', ...flags], folder)
}

/** All files after jscodeshift ran one transform alone on every source file of an app. */
export function runStandalone(transform: string, app: Tree): Tree {
  return inTempFolder((folder) => {
    writeTree(folder, app)
    const jscodeshift = path.join(projectRoot, 'node_modules/jscodeshift/bin/jscodeshift.js')
    const options = ['--run-in-band', '--extensions=ts,tsx,js,jsx', '--parser=tsx', '--fail-on-error']
    run([jscodeshift, '-t', built(`transforms/${transform}.cjs`), ...options, folder], folder)
    return readTree(folder)
  })
}

function run(args: string[], cwd: string): void {
  const { DRY_RUN: _, ...env } = process.env
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd,
    // jscodeshift would keep a cache of Babel in the folder it works on.
    env: { ...env, NO_COLOR: '1', BABEL_DISABLE_CACHE: '1' },
    encoding: 'utf8',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}:\n${stdout}\n${stderr}`)
}

/** Path of a built file; a build that is missing or older than the source would test something else. */
function built(file: string): string {
  const found = path.join(projectRoot, 'dist', file)
  const time = modified(found)
  if (time === 0) throw new Error(`dist/${file} is missing. Run \`npm run build\` first, or \`npm test\`.`)
  for (const folder of ['src', 'transforms']) {
    const names = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    const newer = names.find(
      (name) => /\.ts$/.test(name) && modified(path.join(projectRoot, folder, name)) > time,
    )
    if (newer)
      throw new Error(`dist is older than ${folder}/${newer}. Run \`npm run build\`, or \`npm test\`.`)
  }
  return found
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
