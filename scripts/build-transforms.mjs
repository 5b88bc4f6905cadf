// Writes dist/transforms/<id>.cjs next to each compiled transform, so that `jscodeshift -t` can load it.
// Usage: node scripts/build-transforms.mjs [dist folder]
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url))
const folder = join(dist, 'transforms')
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.js')) continue
  const id = file.slice(0, -'.js'.length)
  const lines = [
    "'use strict'",
    "const { join } = require('node:path')",
    `module.exports = require('../src/apply/bridge.cjs')(join(__dirname, '${id}.js'))`,
    '',
  ]
  writeFileSync(join(folder, `${id}.cjs`), lines.join('\n'))
}
