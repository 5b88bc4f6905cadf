/**
 * `npm run corpus -- <folder>`: runs the built `retag` over checkouts of public repositories
 * (`<folder>/<owner>__<name>`), prints a table and checks what came out. Exit 1 when a check failed.
 *
 *   --only <name>   only this repository (repeatable): `owner/name` or a part of it
 *   --conversions   only the second pass, in which every `unstable_cache` is converted
 *   --record        write the numbers to recorded.json
 *   --json          numbers and problems as JSON on stdout
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { conversionTables } from './lib/conversion-table.js'
import { type ConversionResult, runConversions } from './lib/conversions.js'
import { pathTable } from './lib/path-table.js'
import { type Counts, differences, mergeRecorded, readRecorded, writeRecorded } from './lib/record.js'
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
        conversions: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return usage(
      `${(error as Error).message} Use: npm run corpus -- <folder> [--only <name>] [--conversions] [--record] [--json]`,
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

interface Results {
  migrations: RepositoryResult[]
  conversions: ConversionResult[]
}

/** Numbers under the names that recorded.json has for them. */
function countsOf({ migrations, conversions }: Results): [string, Counts][] {
  return [
    ...migrations.flatMap(({ name, numbers }): [string, Counts][] => (numbers ? [[name, numbers]] : [])),
    ...migrations.flatMap(({ name, paths }): [string, Counts][] =>
      Object.keys(paths).length > 0 ? [[`${name}, revalidate-path`, paths]] : [],
    ),
    ...conversions.flatMap(({ name, numbers }): [string, Counts][] =>
      numbers ? [[`${name}, unstable-cache`, numbers]] : [],
    ),
  ]
}

function printResults(results: Results): void {
  const { migrations, conversions } = results
  if (migrations.length > 0) console.log(resultTable(migrations))
  if (migrations.length > 0) console.log(`\nCalls of revalidatePath, by reason:\n\n${pathTable(migrations)}`)
  if (conversions.length > 0)
    console.log(`\nWith --unstable-cache all, whatever the configs say:\n\n${conversionTables(conversions)}`)
  const recorded = readRecorded(recordedFile)
  const moved = countsOf(results).flatMap(([name, numbers]) =>
    differences(recorded[name], numbers).map((line) => `  ${name}: ${line}`),
  )
  console.log(
    moved.length === 0 ? '\nNumbers as recorded.' : `\nDifferent from recorded.json:\n${moved.join('\n')}`,
  )
  const problems = [...migrations, ...conversions].flatMap(({ name, problems: all }) =>
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
  const results: Results = { migrations: [], conversions: [] }
  for (const [index, name] of names.entries()) {
    console.error(`[${index + 1}/${names.length}] ${name}`)
    const checkout = path.resolve(folder, name.replace('/', '__'))
    if (!values.conversions) results.migrations.push(await runRepository(name, checkout, bin))
    const converted = await runConversions(name, checkout, bin)
    if (converted) results.conversions.push(converted)
  }
  if (values.json) console.log(JSON.stringify(results, null, 2))
  else printResults(results)
  if (values.record) {
    writeRecorded(recordedFile, mergeRecorded(readRecorded(recordedFile), new Map(countsOf(results))))
  }
  if ([...results.migrations, ...results.conversions].some(({ problems }) => problems.length > 0))
    process.exitCode = 1
}

await main()
