import { type Measured, type MeasureOptions, measure } from './measure.js'

/** Several warm runs of one program, summed up. */
export interface Sample {
  name: string
  runs: number
  /** Median of the wall-clock seconds. */
  seconds: number
  fastest: number
  slowest: number
  /** Largest peak of all runs, null when none could be read. */
  megabytes: number | null
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('a median needs at least one value')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

export interface Program {
  name: string
  args: string[]
  /** Number of measured runs; one more is run before them and thrown away. */
  runs: number
  options: MeasureOptions
  /** Seconds of one run where it is not the whole process that counts. */
  secondsOf?: (run: Measured) => number
}

/** @throws Error when a run ends badly: a failed run is no measurement. */
export async function sample(program: Program): Promise<Sample> {
  await runOnce(program)
  const measured: Measured[] = []
  for (let run = 0; run < program.runs; run += 1) measured.push(await runOnce(program))
  const seconds = measured.map((run) => program.secondsOf?.(run) ?? run.seconds)
  const peaks = measured.flatMap((run) => run.megabytes ?? [])
  return {
    name: program.name,
    runs: program.runs,
    seconds: median(seconds),
    fastest: Math.min(...seconds),
    slowest: Math.max(...seconds),
    megabytes: peaks.length === 0 ? null : Math.max(...peaks),
  }
}

async function runOnce(program: Program): Promise<Measured> {
  const run = await measure(program.args, program.options)
  if (run.exitCode !== 0 && run.exitCode !== 3) {
    const last = run.stderr.trim().split('\n').at(-1) ?? ''
    throw new Error(`${program.name} ended with exit code ${run.exitCode}: ${last}`)
  }
  return run
}
