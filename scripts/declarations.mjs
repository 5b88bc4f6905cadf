// Declarations that neither the public API nor a transform leads to are of no use to anybody, and hundreds of small
// files take up megabytes on disk.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Removes every `.d.ts` below `dist` that none of the entry declarations imports, directly or through others. */
export function pruneDeclarations(dist) {
  const all = new Set(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => join(dist, file)),
  )
  const entries = [...all].filter(
    (file) => file === join(dist, 'src', 'index.d.ts') || file.startsWith(join(dist, 'transforms')),
  )
  const reached = new Set(entries)
  for (const file of reached)
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/g)) {
      const target = join(file, '..', `${specifier}.d.ts`)
      if (all.has(target)) reached.add(target)
    }
  for (const file of all) if (!reached.has(file)) rmSync(file)
}
