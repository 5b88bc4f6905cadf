import { ts } from '@ts-morph/common'
import { memberName } from '../../graph/syntax.js'
import { follow } from './follow.js'
import type { Elements } from './lists.js'
import type { Look, Place } from './place.js'

/** The values of a constant object or enum. */
export function valuesOf(look: Look, holder: Place): Elements | null {
  return membersOf(look, holder, (property) => {
    if (ts.isEnumMember(property)) return property
    return ts.isPropertyAssignment(property) ? property.initializer : property.name
  })
}

/** The keys of a constant object or enum. */
export function keysOf(look: Look, holder: Place): Elements | null {
  return membersOf(look, holder, (property) => memberName(property.name))
}

type Valued = ts.EnumMember | ts.PropertyAssignment | ts.ShorthandPropertyAssignment

function membersOf(
  look: Look,
  { node, frame }: Place,
  read: (property: Valued) => ts.Node | string | null,
): Elements | null {
  if (!ts.isObjectLiteralExpression(node) && !ts.isEnumDeclaration(node)) return null
  const found: Elements = { places: [], complete: true, exact: true }
  for (const property of ts.isEnumDeclaration(node) ? node.members : node.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = membersOf(look, follow(look, { node: property.expression, frame }), read)
      found.places.push(...(spread?.places ?? []))
      found.complete = found.complete && spread?.complete === true
      continue
    }
    const isValued =
      ts.isEnumMember(property) ||
      ts.isPropertyAssignment(property) ||
      ts.isShorthandPropertyAssignment(property)
    const value = isValued ? read(property) : null
    if (value === null) found.complete = false
    else found.places.push(typeof value === 'string' ? { node, frame, text: value } : { node: value, frame })
  }
  return found
}
