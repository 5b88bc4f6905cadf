import { record } from './json.js'
import type { Package } from './packages.js'
import { joinPath } from './paths.js'
import type { Probe } from './probe.js'

/** Programs that run the file they are given; linters, bundlers and test runners only read it. */
const runners =
  /(?:^|[/\\])(?:node|nodejs|tsx|ts-node(?:-dev|-esm|-script)?|bun|bunx|deno|nodemon|babel-node|esno|esmo|jiti|vite-node|zx|swc-node|pm2|payload)(?:\.cmd|\.exe)?$/

function filesOfCommand(dir: string, command: string, probe: Probe): string[] {
  return command.split(/&&|\|\||[;|&]/).flatMap((part) => {
    const words = part
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^-[^=]*=/, '').replace(/^['"\\]+|['"\\]+$/g, ''))
    const first = words.find((word) => !/^\w+=/.test(word))
    const runner = words.findLastIndex((word) => runners.test(word))
    const runs = runner >= 0 ? words.slice(runner + 1) : first?.includes('/') ? [first] : []
    return filesRun(dir, runs, probe)
  })
}

/** The file that is run, with those loaded before it (`-r ./setup.ts`); what follows are its arguments. */
function filesRun(dir: string, words: string[], probe: Probe): string[] {
  const found: string[] = []
  for (const [index, word] of words.entries()) {
    const file = fileOf(dir, word, probe)
    if (file === null) continue
    found.push(file)
    if (!/^(?:-r|--require|--import|--loader)$/.test(words[index - 1] ?? '')) break
  }
  return found
}

function fileOf(dir: string, word: string, probe: Probe): string | null {
  if (!/\/|\.[cm]?[jt]sx?$/.test(word) || word.startsWith('-')) return null
  const target = joinPath(dir, word)
  return target === null ? null : probe.file(target)
}

/** Source files that the `scripts` of a package run and that its `bin` names, sorted. */
export function scriptFilesOf({ dir, manifest }: Package, probe: Probe): string[] {
  const commands = Object.values(record(manifest.scripts)).filter((command) => typeof command === 'string')
  const bins = typeof manifest.bin === 'string' ? [manifest.bin] : Object.values(record(manifest.bin))
  const files = commands.flatMap((command) => filesOfCommand(dir, command, probe))
  for (const bin of bins) {
    const file = typeof bin === 'string' ? probe.output(dir, bin) : null
    if (file !== null) files.push(file)
  }
  return [...new Set(files)].sort()
}
