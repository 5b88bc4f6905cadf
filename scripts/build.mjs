// `npm run build`: TypeScript to dist/, then the copies of the transforms that jscodeshift can load.
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bin, fail, markBuilt, root, run } from './setup.mjs'

rmSync(join(root, 'dist'), { recursive: true, force: true })
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])
run(process.execPath, [join(root, 'scripts', 'build-transforms.mjs')])
if (!existsSync(bin)) fail(`The build wrote no ${bin}. Does src/cli/main.ts exist?`)
chmodSync(bin, 0o755)
markBuilt()
