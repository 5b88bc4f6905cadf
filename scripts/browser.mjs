// Finds a Chromium for the tests of the HTML report, and installs one where there is none. Needs node_modules.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The executable of a Chromium: the one that CHROMIUM names, one of the system, or the one that playwright-core installed.
 *
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const { CHROMIUM } = process.env
  if (CHROMIUM) return CHROMIUM
  const { chromium } = await import('playwright-core')
  return [...places, chromium.executablePath()].find((place) => existsSync(place)) ?? null
}

/** Tries to install a Chromium where there is none. Without one, the tests that need it say that they were skipped. */
export async function ensureChromium() {
  if (await findChromium()) return
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  console.error(
    `Installing Chromium (${debian ? 'apt-get' : 'playwright-core'}) for the tests of the HTML report ...`,
  )
  if (
    debian &&
    quietly('apt-get', ['update']) &&
    quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  ) {
    return
  }
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js')
  if (!quietly(process.execPath, [cli, 'install', 'chromium'])) {
    console.error('Chromium could not be installed. Install it and set CHROMIUM=<path of the executable>.')
  }
}

/** @param {string} command @param {string[]} args @returns {boolean} whether it succeeded */
function quietly(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 2], env, timeout: 300_000 }).status === 0
}
