// `npm run build`: TypeScript to dist/, the page of the HTML report as it is, then the copies of the transforms that jscodeshift can load.
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pruneDeclarations } from './declarations.mjs'
import { bin, fail, markBuilt, root, run } from './setup.mjs'

rmSync(join(root, 'dist'), { recursive: true, force: true })
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])
pruneDeclarations(join(root, 'dist'))
const page = join('src', 'report', 'html', 'page')
const children = join('src', 'apply', 'child')
for (const folder of [page, children])
  cpSync(join(root, folder), join(root, 'dist', folder), { recursive: true })
run(process.execPath, [join(root, 'scripts', 'build-transforms.mjs')])
if (!existsSync(bin)) fail(`The build wrote no ${bin}. Does src/cli/main.ts exist?`)
chmodSync(bin, 0o755)
markBuilt()
