// `npm run fleet -- [folder of checkouts] [--count 300] [--kills 10]`: the large run of `retag batch`, on the built
// program. Generated repositories are changed, with the program killed at random moments; of checkouts, which are not
// touched, every report must be that of the single command. Then both are timed against that command in a loop.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../src/config/package-root.js'
import { droppingsIn, type MadeFleet, makeFleet, mistakesIn, resultsIn } from './fleet-support.js'
import { type Place, placeIn, quietEnv } from './support.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '300' },
    kills: { type: 'string', default: '10' },
    bin: { type: 'string', default: join(packageRoot(), 'dist/src/cli/main.js') },
  },
})

interface Timed {
  seconds: number
  /** Highest sum of resident sizes of the process and all below it, in megabytes. */
  megabytes: number
}

const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'retag-fleet-')))
process.on('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 10 }))
process.exitCode = (await main(placeIn(root))) ? 0 : 1

async function main(at: Place): Promise<boolean> {
  const fleet = makeFleet(at, Number(values.count))
  const killed = await killAndResume(at, fleet)
  const [folder] = positionals
  const checkouts =
    folder === undefined ? [] : readdirSync(resolve(folder)).map((name) => resolve(folder, name))
  const local = Object.keys(fleet.expected).map((name) => at.path(name))
  const same = await compareAndTime(at, checkouts, 'checkouts')
  const own = await compareAndTime(at, local, 'generated')
  return killed && same && own
}

/** Applies to the whole fleet; the program is killed at random moments, and resumed until it ends by itself. */
async function killAndResume(at: Place, fleet: MadeFleet): Promise<boolean> {
  const argv = [
    'batch',
    fleet.manifest,
    '--apply',
    '--author',
    'Fleet Bot <bot@example.com>',
    '--out',
    'out',
    '--resume',
  ]
  const size = Object.keys(fleet.expected).length
  const rest = Number(values.kills)
  const problems: string[] = []
  let before: string[] = []
  for (let kill = 0; kill < rest; kill++) {
    const child = start(argv, at.root)
    const ended = endOf(child)
    // Spread over the whole run: each kill waits for a share of what is left.
    const target = before.length + Math.random() * ((2 * (size - before.length)) / (rest - kill + 1))
    const journal = at.path('out/journal.jsonl')
    while (resultsIn(journal).length < target && child.exitCode === null) await wait(20)
    await wait(Math.random() * 500)
    child.kill('SIGKILL')
    await ended
    const lines = resultsIn(journal).map((line) => JSON.stringify(line))
    if (JSON.stringify(lines.slice(0, before.length)) !== JSON.stringify(before))
      problems.push(`kill ${kill + 1} lost a line`)
    before = lines
    console.log(`killed     ${kill + 1}: ${lines.length} results in the journal`)
  }
  const code = await endOf(start(argv, at.root))
  problems.push(...(code === 3 ? [] : [`the last run ended with ${code}`]))
  problems.push(...mistakesIn(at, fleet, at.path('out')), ...droppingsIn(at.path('out')))
  for (const problem of problems) console.log(`problem    ${problem}`)
  console.log(`resumed    ${size} repositories, ${problems.length} lost, doubled or wrong`)
  return problems.length === 0
}

/** Runs batch and the loop over the same repositories, compares every report and prints both times. */
async function compareAndTime(at: Place, repositories: readonly string[], title: string): Promise<boolean> {
  if (repositories.length === 0) return true
  at.write(`${title}.txt`, `${repositories.join('\n')}\n`)
  const out = `${title}-out`
  const batch = await timed(() => start(['batch', `${title}.txt`, '--out', out], at.root))
  const loop = await timed(
    () =>
      spawn('sh', ['-c', loopOf(`${title}-loop`)], {
        cwd: at.root,
        env: quietEnv,
        stdio: ['pipe', 'ignore', 'ignore'],
      }),
    `${repositories.join('\n')}\n`,
  )
  const rows = (
    JSON.parse(at.read(`${out}/fleet.json`)) as {
      repositories: { name: string; outcome: string; reports: { json: string | null } }[]
    }
  ).repositories
  const differing = rows.filter(({ name, reports }) => {
    const single = `${title}-loop/${basename(name)}.json`
    if (reports.json === null) return at.has(single) && basename(name).endsWith('-changed')
    return withoutRoot(at.read(`${out}/${reports.json}`)) !== withoutRoot(at.read(single))
  })
  for (const { name } of differing)
    console.log(`problem    ${name} has another report than the single command`)
  const perMinute = (seconds: number): string => ((repositories.length * 60) / seconds).toFixed(1)
  for (const [name, { seconds, megabytes }] of [
    ['batch', batch],
    ['loop', loop],
  ] as const) {
    console.log(
      `${title.padEnd(10)} ${name.padEnd(5)} ${repositories.length} repositories, ${seconds.toFixed(1)} s, ${perMinute(seconds)} a minute, peak ${megabytes} MB`,
    )
  }
  console.log(
    `${title.padEnd(10)} batch is ${(loop.seconds / batch.seconds).toFixed(2)} times as fast; ${rows.length - differing.length} of ${rows.length} alike`,
  )
  return differing.length === 0 && rows.length === repositories.length
}

/** The single command on one repository after the other, right in its folder, with the reports that batch writes. */
function loopOf(folder: string): string {
  const reports = ['json', 'html', 'markdown'].map(
    (format) => `--report "${format}=$out/$name.${format === 'markdown' ? 'md' : format}"`,
  )
  return `out=$PWD/${folder}; mkdir "$out"; while read -r path; do name=\${path##*/}; (cd "$path" && "${process.execPath}" "${values.bin}" --dry-run --format none ${reports.join(' ')}); done; true`
}

function withoutRoot(report: string): string {
  return JSON.stringify({ ...JSON.parse(report), root: '' })
}

function start(argv: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [values.bin, ...argv], {
    cwd,
    env: quietEnv,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((ended) => child.on('close', ended))
}

async function timed(begin: () => ChildProcess, input = ''): Promise<Timed> {
  const since = performance.now()
  const child = begin()
  const ended = endOf(child)
  child.stdin?.end(input)
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentBelow(child.pid))
  }, 250)
  await ended
  clearInterval(look)
  return { seconds: (performance.now() - since) / 1000, megabytes }
}

/** Resident size of a process and all below it in megabytes, from /proc; 0 where that is not there. */
function residentBelow(pid: number | undefined): number {
  const all = processes()
  const family = new Set([pid])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { id, parent } of all) if (family.has(parent)) family.add(id)
  }
  return Math.round(
    all.filter(({ id }) => family.has(id)).reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024,
  )
}

function processes(): { id: number; parent: number; kilobytes: number }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      const number = (field: string): number =>
        Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      return [{ id: Number(name), parent: number('PPid'), kilobytes: number('VmRSS') }]
    } catch (error) {
      // It has ended since it was listed.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
      return []
    }
  })
}
