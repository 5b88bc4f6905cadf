// Turns vitest's JSON report into one plain line: "N passed, N failed". Ends with 1 when something failed or nothing ran.
import { existsSync } from 'node:fs'
import { fail, readJson } from './setup.mjs'

const [file] = process.argv.slice(2)
if (!file || !existsSync(file)) fail('There is no test report. Did vitest start?')
const report = readJson(file)
// A test file that cannot be loaded has no tests to count as failed, so it counts as one itself.
const broken = report.testResults.filter(
  (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) =>
    suite.status === 'failed' && suite.assertionResults.length === 0,
).length
const failed = report.numFailedTests + broken
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0
