// Preloaded into the measured process (node --require): says on exit how much memory it had at most.
// On Linux, getrusage() of a fresh process starts at the size of the process that forked it, so the kernel's own
// figure for this address space is taken where there is one.
'use strict'
const fs = require('node:fs')

const file = process.env.RETAG_PEAK_FILE

function peakKilobytes() {
  try {
    const status = fs.readFileSync('/proc/self/status', 'utf8')
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(status)
    if (line) return Number(line[1])
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return process.resourceUsage().maxRSS
}

if (file) process.on('exit', () => fs.appendFileSync(file, `${peakKilobytes()}\n`))
