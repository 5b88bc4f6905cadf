/**
 * `npm run corpus -- <folder>`: runs the built `retag` over checkouts of public repositories
 * (`<folder>/<owner>__<name>`), prints a table and checks what came out. Exit 1 when a check failed.
 *
 *   --only <name>   only this repository (repeatable): `owner/name` or a part of it
 *   --record        write the numbers to recorded.json
 *   --json          numbers and problems as JSON on stdout
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { differences, mergeRecorded, readRecorded, writeRecorded } from './lib/record.js'
import { type RepositoryResult, runRepository } from './lib/repository.js'
import { resultTable } from './lib/result-table.js'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const bin = here('../dist/src/cli/main.js')
const recordedFile = here('./recorded.json')

function usage(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        record: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return usage(
      `${(error as Error).message} Use: npm run corpus -- <folder> [--only <name>] [--record] [--json]`,
    )
  }
}

function chooseRepositories(folder: string, only: readonly string[]): string[] {
  const present = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('__'))
    .map((entry) => entry.name.replace('__', '/'))
    .sort()
  if (present.length === 0)
    usage(`${folder} holds no <owner>__<name> folder. Give the folder of the checkouts.`)
  for (const name of only) {
    if (!present.some((repo) => repo.includes(name.replace('__', '/')))) {
      usage(`--only ${name} matches no checkout. There are: ${present.join(', ')}`)
    }
  }
  if (only.length === 0) return present
  return present.filter((repo) => only.some((name) => repo.includes(name.replace('__', '/'))))
}

function printResults(results: readonly RepositoryResult[]): void {
  console.log(resultTable(results))
  const recorded = readRecorded(recordedFile)
  const moved = results.flatMap(({ name, numbers }) =>
    numbers === null ? [] : differences(recorded[name], numbers).map((line) => `  ${name}: ${line}`),
  )
  console.log(
    moved.length === 0 ? '\nNumbers as recorded.' : `\nDifferent from recorded.json:\n${moved.join('\n')}`,
  )
  const problems = results.flatMap(({ name, problems: all }) =>
    all.map((problem) => `  ${name} [${problem.check}] ${problem.where} ${problem.message}`),
  )
  console.log(problems.length === 0 ? '\nEvery check held.' : `\nFailed checks:\n${problems.join('\n')}`)
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  const [folder] = positionals
  if (folder === undefined || !existsSync(folder)) {
    usage(`${folder ?? 'No folder'} is no folder of checkouts. Use: npm run corpus -- <folder>`)
  }
  if (!existsSync(bin))
    usage('dist/src/cli/main.js is missing because nothing was built. Run npm run build first.')
  const names = chooseRepositories(folder, values.only)
  const pinned = JSON.parse(readFileSync(here('./repos.json'), 'utf8')) as { repo: string }[]
  if (values.only.length === 0) {
    const absent = pinned.filter(({ repo }) => !names.includes(repo)).map(({ repo }) => repo)
    if (absent.length > 0) console.error(`No checkout of: ${absent.join(', ')}`)
  }
  const results: RepositoryResult[] = []
  for (const [index, name] of names.entries()) {
    console.error(`[${index + 1}/${names.length}] ${name}`)
    const checkout = path.resolve(folder, name.replace('/', '__'))
    results.push(await runRepository(name, checkout, bin))
  }
  if (values.json) console.log(JSON.stringify(results, null, 2))
  else printResults(results)
  if (values.record) {
    const counted = results.flatMap(({ name, numbers }) => (numbers ? [[name, numbers] as const] : []))
    writeRecorded(recordedFile, mergeRecorded(readRecorded(recordedFile), new Map(counted)))
  }
  if (results.some(({ problems }) => problems.length > 0)) process.exitCode = 1
}

await main()
