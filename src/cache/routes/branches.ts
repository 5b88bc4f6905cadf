import { around, type Folder, type Folders } from './app-files.js'
import { type Part, segmentsOf } from './segments.js'
import type { Branch, Segment } from './types.js'

/** The slots that are rendered with a page: for each the page that fits the rest of the path, else its default. */
export function slotsOf(folders: Folders, page: Folder): Branch[] {
  const slots = new Map<string, Folder[]>()
  for (const folder of folders.values()) {
    const at = slotAt(folder.parts)
    if (at < 0 || !isBelow(page.names, folder.names.slice(0, at))) continue
    const key = folder.names.slice(0, at + 1).join('/')
    const inSlot = slots.get(key)
    if (inSlot) inSlot.push(folder)
    else slots.set(key, [folder])
  }
  return [...slots.values()].flatMap((inSlot) => branchesOfSlot(folders, page, inSlot))
}

function branchesOfSlot(folders: Folders, page: Folder, inSlot: Folder[]): Branch[] {
  const at = slotAt((inSlot[0] as Folder).parts)
  const wanted = segmentsOf(page.parts.slice(at))
  const fitting = inSlot.flatMap((folder) => {
    const rest = folder.parts.slice(at + 1)
    const file = folder.files.get('page')
    if (file === undefined || rest.some(isInterception)) return []
    return fits(segmentsOf(rest), wanted) ? [branchOf(folders, folder, file, at)] : []
  })
  if (fitting.length > 0) return fitting
  const fallback = inSlot.find(({ names }) => names.length === at + 1)
  const file = fallback?.files.get('default')
  return fallback && file !== undefined ? [branchOf(folders, fallback, file, at)] : []
}

function branchOf(folders: Folders, folder: Folder, file: string, at: number): Branch {
  return {
    name: folder.names[at] as string,
    file,
    layouts: around(folders, folder.names, 'layout', at + 1),
    templates: around(folders, folder.names, 'template', at + 1),
  }
}

/** A page that intercepts another: rendered with all that stands around it. */
export function interceptionOf(folders: Folders, folder: Folder, file: string): Branch {
  return {
    name: folder.names[folder.parts.findIndex(isInterception)] as string,
    file,
    layouts: around(folders, folder.names, 'layout'),
    templates: around(folders, folder.names, 'template'),
  }
}

export function slotAt(parts: readonly Part[]): number {
  return parts.findIndex(({ kind }) => kind === 'slot')
}

export function isInterception({ kind }: Part): boolean {
  return kind === 'interception'
}

function isBelow(names: readonly string[], folder: readonly string[]): boolean {
  return folder.every((name, index) => names[index] === name)
}

/** Next.js pairs a page with a slot by their folders; only a catch-all in the slot takes what it does not name. */
function fits(slot: readonly Segment[], page: readonly Segment[]): boolean {
  for (const [index, segment] of slot.entries()) {
    if (segment.kind === 'optional-catch-all') return true
    const other = page[index]
    if (segment.kind === 'catch-all') return other !== undefined
    if (other?.kind !== segment.kind || (segment.kind === 'static' && other.name !== segment.name))
      return false
  }
  return slot.length === page.length
}
