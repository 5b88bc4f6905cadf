import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Listing } from './git.js'
import { byCodeUnit, folderOf, foldersUp, isInside, relativeTo } from './paths.js'

export interface Regular {
  /** Regular files whose folders are real folders of this tree, sorted. */
  files: string[]
  /** Symbolic links that point into the tree: link to target, both relative to root. */
  links: ReadonlyMap<string, string>
}

function isLink(absolute: string): boolean {
  try {
    return lstatSync(absolute).isSymbolicLink()
  } catch (error) {
    // Gone or forbidden since it was listed: reading it says so.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return false
  }
}

/**
 * Takes everything out of a listing that is reached through a symbolic link. git tells which tracked files
 * are links; an untracked file, or a folder that somebody put a link in place of, has to be looked at.
 * A link is never read or written; where it points into the tree, imports through it still find their file.
 */
export function leaveOutLinks(root: string, listing: Listing): Regular {
  const linked = new Set(listing.links)
  const looked = new Map<string, boolean>()
  const isLinkedFolder = (folder: string): boolean => {
    if (folder === '') return false
    let linkedFolder = looked.get(folder)
    if (linkedFolder === undefined) {
      linkedFolder = isLinkedFolder(folderOf(folder))
      if (!linkedFolder && isLink(path.join(root, folder))) {
        linked.add(folder)
        linkedFolder = true
      }
      looked.set(folder, linkedFolder)
    }
    return linkedFolder
  }
  for (const file of listing.untracked) if (isLink(path.join(root, file))) linked.add(file)
  const files = listing.files.filter((file) => !linked.has(file) && !isLinkedFolder(folderOf(file)))
  return { files: files.sort(byCodeUnit), links: targets(root, linked) }
}

function targets(root: string, linked: ReadonlySet<string>): Map<string, string> {
  const links = new Map<string, string>()
  for (const link of linked) {
    let target: string | null
    try {
      target = relativeTo(root, realpathSync.native(path.join(root, link)))
    } catch {
      target = null // A dangling link or a loop means nothing.
    }
    if (target !== null && !isInside(link, target)) links.set(link, target)
  }
  return links
}

/** Rewrites a path through the links it passes; the path itself when there are none. */
export function followLinks(links: ReadonlyMap<string, string>, file: string): string {
  if (links.size === 0) return file
  for (const folder of foldersUp(file)) {
    const target = links.get(folder)
    if (target !== undefined)
      return target === '' ? file.slice(folder.length + 1) : target + file.slice(folder.length)
  }
  return file
}
