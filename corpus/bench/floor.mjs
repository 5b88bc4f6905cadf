// The least that any tool must do on this tree: list the source files with git, read them, search their bytes.
// usage: node floor.mjs <folder>
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const start = performance.now()
const folder = process.argv[2]
const words = ['next/cache', 'next/dist', 'revalidateTag', 'unstable_'].map((word) => Buffer.from(word))
const names = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
  cwd: folder,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})
let files = 0
let bytes = 0
let hits = 0
for (const name of names.split('\0')) {
  if (!/\.[cm]?[jt]sx?$/.test(name)) continue
  const content = readFileSync(path.join(folder, name))
  files += 1
  bytes += content.length
  for (const word of words) if (content.includes(word)) hits += 1
}
// Without the start of Node itself: a stricter floor.
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({ files, bytes, hits, seconds }))
