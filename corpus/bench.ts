/**
 * `npm run bench -- <checkout>`: how long the built `retag --dry-run` takes, against the floor (list, read and search
 * the bytes) and against jscodeshift with a one-call transform on the same files; then floor and retag on 1, 2, 4 and
 * 8 copies of the tree. Prints the tables of docs/performance.md. Works on copies; runs nothing of the checkout.
 *
 *   --runs <n>              warm runs of floor and retag (default 5)
 *   --jscodeshift-runs <n>  warm runs of jscodeshift (default 3: one takes more than ten seconds on a big tree); 0 for none
 *   --copies <list>         copies for the growth table (default 1,2,4,8); 0 for none
 */
import { existsSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { comparison, growth, type Scale, type Tree, targets } from './lib/bench-report.js'
import { repeatTree } from './lib/bench-tree.js'
import { type Measured, measure } from './lib/measure.js'
import { type Program, sampleAll } from './lib/samples.js'
import { copyTree, remove, sourceFiles, temporaryFolder } from './lib/tree.js'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const bin = here('../dist/src/cli/main.js')
const jscodeshift = here('../node_modules/jscodeshift/bin/jscodeshift.js')
const say = (text: string) => console.error(text)

function usage(message: string): never {
  say(`${message} Use: npm run bench -- <checkout> [--runs <n>] [--jscodeshift-runs <n>] [--copies 1,2,4,8]`)
  process.exit(2)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '5' },
        'jscodeshift-runs': { type: 'string', default: '3' },
        copies: { type: 'string', default: '1,2,4,8' },
      },
    })
    const [folder] = positionals
    const runs = Number(values.runs)
    const jscodeshiftRuns = Number(values['jscodeshift-runs'])
    const copies = values.copies.split(',').map(Number)
    if (folder === undefined) usage('No checkout was given.')
    if (!existsSync(path.join(folder, '.git'))) usage(`${folder} is no git checkout of one repository.`)
    if (!(runs >= 1) || !(jscodeshiftRuns >= 0) || !copies.every((count) => count >= 0)) {
      usage('A number of runs or copies is no number.')
    }
    return {
      folder: path.resolve(folder),
      runs,
      jscodeshiftRuns,
      copies: copies.filter((count) => count > 0),
    }
  } catch (error) {
    return usage((error as Error).message)
  }
}

/** What is measured on every tree: the floor, and retag where it is built. */
function programsFor(folder: string, scratch: string, runs: number): Program[] {
  const options = { cwd: folder, scratch }
  const args = [here('./bench/floor.mjs'), folder]
  const floor: Program = { name: 'floor', args, runs, options, secondsOf: (run) => readFloor(run).seconds }
  return existsSync(bin)
    ? [floor, { name: 'retag --dry-run', args: [bin, '--dry-run'], runs, options }]
    : [floor]
}

function jscodeshiftProgram(folder: string, scratch: string, runs: number): Program {
  const input = sourceFiles(folder)
    .map((file) => path.join(folder, file))
    .join('\n')
  const extensions = '--extensions=js,jsx,ts,tsx,mjs,cjs,mts,cts'
  const flags = ['--stdin', '--dry', '--silent', '--parser=tsx', extensions]
  const args = [jscodeshift, ...flags, `--transform=${here('./bench/one-call.cjs')}`]
  return { name: 'jscodeshift', args, runs, options: { cwd: scratch, scratch, input } }
}

function readFloor(run: Measured): { files: number; bytes: number; seconds: number } {
  return JSON.parse(run.stdout)
}

async function describe(name: string, folder: string, scratch: string): Promise<Tree> {
  const run = await measure([here('./bench/floor.mjs'), folder], { cwd: folder, scratch })
  const { files, bytes } = readFloor(run)
  return { name, files, bytes }
}

async function main(): Promise<void> {
  const { folder, runs, jscodeshiftRuns, copies } = readArguments()
  const name = path.basename(folder).replace('__', '/')
  if (!existsSync(bin))
    say('dist/src/cli/main.js is missing: retag is left out. Run npm run build to measure it.')
  const scratch = temporaryFolder()
  const copy = path.join(scratch, 'tree')
  copyTree(folder, copy)

  const tree = await describe(name, copy, scratch)
  say(`measuring ${name}`)
  const programs = programsFor(copy, scratch, runs)
  if (existsSync(bin)) {
    const options = { cwd: scratch, scratch }
    programs.push({ name: 'retag --version', args: [bin, '--version'], runs, options })
  }
  if (jscodeshiftRuns > 0) programs.push(jscodeshiftProgram(copy, scratch, jscodeshiftRuns))
  const samples = await sampleAll(programs)
  console.log(
    `Node ${process.version}, ${process.platform}, ${availableParallelism()} cores (${cpus()[0]?.model})\n`,
  )
  console.log(comparison(tree, samples))
  const verdicts = targets(samples)
  if (verdicts.length > 0) console.log(`\n${verdicts.join('\n')}`)

  const scales: Scale[] = []
  for (const count of copies) {
    say(`measuring ${count} ${count === 1 ? 'copy' : 'copies'}`)
    const grown = path.join(scratch, `copies${count}`)
    repeatTree(folder, grown, count)
    const { files } = await describe(name, grown, scratch)
    scales.push({ copies: count, files, samples: await sampleAll(programsFor(grown, scratch, runs)) })
    remove(grown)
  }
  if (scales.length > 0) console.log(`\n${growth(scales)}`)
}

await main()
