import {
  constants,
  copyFileSync,
  type Dirent,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { relativeTo } from '../../workspace/paths.js'

/** What a compiler reads. */
const readable = /\.(?:[cm]?[jt]s|[jt]sx|json)$/
/** Folders without anything that a project includes. Of `.next` only the types count. */
const passedOver = new Set(['.git', '.turbo', '.vercel', '.yarn', '.cache', 'coverage'])

/** A copy of a tree in which files can be changed without touching the tree. */
export interface Mirror {
  /** Absolute. */
  folder: string
  write(file: string, text: string | null): void
  remove(): void
}

/**
 * Copies the files that a compiler reads to a temporary folder. Installed packages are not copied but linked, each for
 * itself, so that packages of the workspace lead to their copy.
 *
 * @param root absolute path of the tree
 */
export function mirrorOf(root: string): Mirror {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'retag-verify-')))
  const home = realpathSync.native(root)
  copyFolder('')
  return {
    folder,
    write(file, text) {
      const target = join(folder, file)
      if (text === null) rmSync(target, { force: true })
      else {
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, text)
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }

  function copyFolder(path: string): void {
    mkdirSync(join(folder, path), { recursive: true })
    for (const entry of readdirSync(join(home, path), { withFileTypes: true })) {
      const own = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isFile() && readable.test(entry.name))
        copyFileSync(join(home, own), join(folder, own), constants.COPYFILE_FICLONE)
      else if (entry.name === 'node_modules') linkPackages(own)
      else if (entry.isDirectory() && !isPassedOver(path, entry)) copyFolder(own)
    }
  }

  function isPassedOver(path: string, { name }: Dirent): boolean {
    if (path.endsWith('.next')) return name !== 'types' && name !== 'dev'
    if (path.endsWith('.next/dev')) return name !== 'types'
    return passedOver.has(name)
  }

  function linkPackages(path: string): void {
    mkdirSync(join(folder, path), { recursive: true })
    for (const name of readdirSync(join(home, path))) {
      // Scopes hold packages, and may be shared between several copies of node_modules.
      if (name.startsWith('@')) linkPackages(`${path}/${name}`)
      else if (!name.startsWith('.')) link(`${path}/${name}`)
    }
  }

  function link(path: string): void {
    const target = realpathSync.native(join(home, path))
    const inside = relativeTo(home, target)
    const isOwn = inside !== null && !`/${inside}/`.includes('/node_modules/')
    symlinkSync(
      isOwn ? join(folder, ...inside.split('/')) : target,
      join(folder, ...path.split('/')),
      'junction',
    )
  }
}

/** A path in a mirror as the path in the tree, POSIX; null for anything else. */
export function fromMirror(mirror: string, absolute: string): string | null {
  return absolute.includes(`${sep}node_modules${sep}`) ? null : relativeTo(mirror, absolute)
}
