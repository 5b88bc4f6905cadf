// `npm test`: installs and builds what is missing, then runs every test. Arguments go to vitest.
import { join } from 'node:path'
import { ensureChromium } from './browser.mjs'
import { ensureBuild, ensureDependencies, root, run } from './setup.mjs'

ensureDependencies()
ensureBuild()
await ensureChromium()
run(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)])
