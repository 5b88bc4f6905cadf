#!/usr/bin/env node
import { nodeProblem } from './node-version.js'

const problem = nodeProblem(process.versions.node)
if (problem !== null) {
  process.stderr.write(`retag: ${problem}\n`)
  process.exitCode = 2
} else {
  // Loaded late: what follows is written for the Node versions that the check lets through.
  import('./start.js').then((module) => module.start())
}
