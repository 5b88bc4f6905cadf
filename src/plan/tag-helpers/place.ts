import { ts } from '@ts-morph/common'
import { declaredAs } from '../../cache/tag-helpers/declared.js'
import type { TagHelper } from '../../cache/tag-helpers/types.js'
import { memberName } from '../../graph/syntax.js'
import { isInside } from '../../workspace/paths.js'
import type { PlanInput } from '../input.js'
import { homeOf } from './groups.js'
import type { Group } from './types.js'

/** Where the helpers of a group go. */
export type HelperPlace =
  /** An object for that entity takes them. */
  | { kind: 'object'; file: string; root: string; object: ts.ObjectLiteralExpression; names: Set<string> }
  /** A module of helpers gets a new object. */
  | { kind: 'module'; file: string }
  | { kind: 'new'; file: string }

/** The object or module that makes tags of the entity already, else the app's module of helpers, else a new one. */
export function placeFor({ workspace }: PlanInput, group: Group, helpers: readonly TagHelper[]): HelperPlace {
  const home = group.home ?? ''
  const near = helpers.filter(
    ({ file, usable }) => usable && workspace.selected.has(file) && homeOf(workspace, file) === home,
  )
  const own = objectOf(group, near)
  if (own) return own
  const modules = [...new Set(near.map(({ file }) => file))].filter((file) => !isInRouter(workspace, file))
  const named = modules.filter((file) => /(?:^|[-.])tags?\.[cm]?[jt]s$/i.test(baseName(file)))
  const [only, another] = named.length > 0 ? named : modules.filter(isHelperModule)
  if (only && !another) return { kind: 'module', file: only }
  return { kind: 'new', file: newFile(workspace, home) }
}

function objectOf(group: Group, near: readonly TagHelper[]): HelperPlace | null {
  for (const { file, node, entity } of near) {
    const declared = declaredAs(node)
    const object = node.parent?.parent
    if (entity !== group.entity || declared?.names.length !== 2 || !object) continue
    if (!ts.isObjectLiteralExpression(object)) continue
    const [root] = declared.names
    const siblings = near.filter((one) => one.file === file && one.exportName.split('.')[0] === root)
    if (siblings.some((one) => one.entity !== group.entity || one.parameters === null)) continue
    const names = object.properties.flatMap((property) => memberName(property.name) ?? [])
    return { kind: 'object', file, root, object, names: new Set(names) }
  }
  return null
}

/** What stands in a route's folder is that route's. */
function isInRouter(workspace: PlanInput['workspace'], file: string): boolean {
  const app = workspace.appOf(file)
  return [app?.appRouterDir, app?.pagesRouterDir].some((dir) => dir && isInside(file, dir))
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function isHelperModule(file: string): boolean {
  return /(?:tag|cache|constant|key)/i.test(baseName(file)) && /\.[cm]?[jt]s$/.test(file)
}

/** `lib/tags.ts` where the app keeps its lib, `.js` in an app without TypeScript. */
function newFile(workspace: PlanInput['workspace'], home: string): string {
  const inside = (path: string): string => (home === '' ? path : `${home}/${path}`)
  const own = workspace.files.filter((file) => homeOf(workspace, file) === home)
  const has = (folder: string): boolean => own.some((file) => file.startsWith(`${inside(folder)}/`))
  const isApp = home === '' || workspace.apps.some(({ dir }) => dir === home)
  const source = has('src') ? 'src/' : ''
  const lib = ['src/lib', 'lib'].find(has)
  const folder = !isApp ? source : lib ? `${lib}/` : `${source}lib/`
  const ending = own.some((file) => /\.tsx?$/.test(file)) ? 'ts' : 'js'
  const names = ['tags', 'cache-tags', 'tag-helpers'].map((name) => inside(`${folder}${name}.${ending}`))
  const isFree = (file: string): boolean => {
    const stem = file.replace(/\.[jt]s$/, '')
    return !workspace.files.some((one) => one.startsWith(`${stem}.`) || one.startsWith(`${stem}/`))
  }
  return names.find(isFree) ?? inside(`${folder}retag-tags.${ending}`)
}
