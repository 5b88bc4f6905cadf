import { makeFinding } from '../catalogue.js'
import type { PlanInput, TracedSite } from '../input.js'
import { appsRunning } from '../next-config/flag.js'
import type { Finding } from '../types.js'

/** One note for each app in which entries move from the disk to the memory of a process. */
export function storageFindings(input: PlanInput, converted: readonly TracedSite[]): Finding[] {
  const apps = new Set(
    converted.flatMap(({ site, evidence }) =>
      appsRunning(
        input,
        site.file,
        evidence.map(({ steps }) => steps),
      ),
    ),
  )
  return [...apps].map(({ dir, configFile }) => {
    const manifest = dir === '' ? 'package.json' : `${dir}/package.json`
    return makeFinding('per-process-storage', { file: configFile ?? manifest, line: 1, column: 1 })
  })
}
