import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { lookFrom } from '../values/place.js'
import { lifetimeAt, textAt } from './lifetime.js'

/** A setting that a page, layout or route handler exports. */
export interface Setting {
  name: 'dynamic' | 'revalidate' | 'fetchCache' | 'runtime'
  /** `unknown` where it is no constant. */
  value: string | number | false | 'unknown'
  file: string
  line: number
}

const texts = ['dynamic', 'fetchCache', 'runtime'] as const

/** The route segment config of a file. https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config */
export function settingsOf(graph: Graph, file: string): Setting[] {
  const model = graph.model(file)
  if (!model || model.directive === 'use client') return []
  const made: Setting[] = []
  for (const name of [...texts, 'revalidate'] as const) {
    const unit = model.exports.get(name)
    if (!unit) continue
    const node = unit.node && ts.isExpression(unit.node) ? unit.node : null
    const value = node === null ? 'unknown' : settingValue(graph, name, node)
    if (value !== null) made.push({ name, value, file, line: unit.line })
  }
  return made
}

function settingValue(graph: Graph, name: Setting['name'], node: ts.Expression): Setting['value'] | null {
  const look = lookFrom(graph, node)
  const place = { node, frame: null }
  return name === 'revalidate' ? lifetimeAt(look, [place]) : (textAt(look, place) ?? 'unknown')
}

export function exportsName(graph: Graph, file: string, name: string): boolean {
  return graph.model(file)?.exports.has(name) ?? false
}
