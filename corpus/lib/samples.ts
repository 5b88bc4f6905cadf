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

/**
 * Measures programs side by side: round by round each runs once, so that a machine that slows down for a while slows
 * all of them and the ratios stay fair.
 *
 * @throws Error when a run ends badly: a failed run is no measurement.
 */
export async function sampleAll(programs: readonly Program[]): Promise<Sample[]> {
  const measured = programs.map((): Measured[] => [])
  for (const program of programs) await runOnce(program)
  for (let round = 0; round < Math.max(...programs.map(({ runs }) => runs)); round += 1) {
    for (const [index, program] of programs.entries()) {
      if (round < program.runs) measured[index]?.push(await runOnce(program))
    }
  }
  return programs.map((program, index) => summarize(program, measured[index] ?? []))
}

export function summarize(
  program: Pick<Program, 'name' | 'secondsOf'>,
  measured: readonly Measured[],
): Sample {
  const seconds = measured.map((run) => program.secondsOf?.(run) ?? run.seconds)
  const peaks = measured.flatMap((run) => run.megabytes ?? [])
  return {
    name: program.name,
    runs: measured.length,
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
