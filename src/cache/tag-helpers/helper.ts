import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { hasModifier, isFunction, returnExpressions } from '../../graph/syntax.js'
import type { FileModel } from '../../graph/types.js'
import { nodeIndex } from '../readers/index-file.js'
import { follow } from '../values/follow.js'
import { isOpen, textKey, textsOf } from '../values/index.js'
import { lookFrom } from '../values/place.js'
import { either } from '../values/text.js'
import type { Hole, Text, Texts } from '../values/types.js'
import { declaredAs, exportedName } from './declared.js'
import type { HelperParameter, TagHelper } from './types.js'
import { entityName, levelOf, subjectOf } from './words.js'

/** Reads a function or expression of a module as a tag helper; null where it makes no tag. */
export function helperAt(graph: Graph, node: ts.Node): TagHelper | null {
  const { fileName: file } = node.getSourceFile()
  const model = graph.model(file)
  const declared = declaredAs(node)
  const texts = model && declared ? textsOfHelper(graph, node) : null
  const [text] = texts?.texts ?? []
  if (!model || !declared || !texts || !text || texts.texts.some(isOpen)) return null
  const root = exportedName(model, declared)
  const parameters = isFunction(node) && !ts.isGetAccessor(node) ? parametersOf(node) : null
  const subject = subjectOf(text)
  const isSingle = texts.complete && texts.texts.length === 1
  const isAsync = isFunction(node) && hasModifier(node, ts.SyntaxKind.AsyncKeyword)
  const changes = parameters !== null && changesText(graph, node)
  const why = reasonAgainst(model, { root, isAsync, isSingle, text, parameters, changes })
  return {
    file,
    exportName: [root ?? declared.names[0], ...declared.names.slice(1)].join('.'),
    unit: nodeIndex(model).unitAt(node) ?? null,
    node,
    parameters,
    texts,
    key: isSingle ? textKey(text) : null,
    aliases: [],
    entity: entityName(subject),
    level: levelOf(text, subject),
    exported: root !== null,
    async: isAsync,
    usable: why === '',
    why,
  }
}

function textsOfHelper(graph: Graph, node: ts.Node): Texts | null {
  if (ts.isEnumMember(node)) {
    const { initializer } = node
    return initializer ? textsOf(graph, initializer) : null
  }
  if (!isFunction(node)) return ts.isExpression(node) ? textsOf(graph, node) : null
  const results = returnExpressions(node).map((expression) => textsOf(graph, expression))
  if (results.length === 0 || results.some((found) => found === null)) return null
  return either(...results.filter((found) => found !== null))
}

function parametersOf(node: ts.SignatureDeclaration): HelperParameter[] {
  return node.parameters.map((parameter) => ({
    name: parameter.name.getText(),
    type: parameter.type?.getText() ?? null,
    optional: !!(parameter.questionToken || parameter.initializer || parameter.dotDotDotToken),
  }))
}

interface Facts {
  root: string | null
  isAsync: boolean
  isSingle: boolean
  text: Text
  parameters: HelperParameter[] | null
  changes: boolean
}

function reasonAgainst(
  model: FileModel,
  { root, isAsync, isSingle, text, parameters, changes }: Facts,
): string {
  if (root === null) return 'its module does not export it'
  if (root === 'default') return 'its module only exports it as default'
  if (isAsync) return 'it is async'
  if (model.directive !== null) return `its module says '${model.directive}'`
  if (!isSingle) return 'it may give several strings'
  if (changes) return 'it changes what it is given'
  const isOwn = text.parts.every((part) => typeof part === 'string' || parameterOf(part, parameters) !== null)
  return isOwn ? '' : 'its string depends on more than its arguments'
}

const changing =
  /\.(?:trim\w*|to[LU]\w*Case|toFixed|toLocale\w+|normalize|replace\w*|slice|substring|pad\w+)\s*\(|\bencodeURI/
const maxCalls = 5

/** Whether a function, or one that it calls, makes other text of its arguments: `` `post-${slug.toLowerCase()}` ``. */
function changesText(graph: Graph, node: ts.Node, depth = 0): boolean {
  if (changing.test(node.getText())) return true
  const look = lookFrom(graph, node)
  const visit = (child: ts.Node): boolean => {
    if (ts.isCallExpression(child) && depth < maxCalls) {
      const { node: target } = follow(look, { node: child.expression, frame: null })
      if (isFunction(target) && target !== node && changesText(graph, target, depth + 1)) return true
    }
    return ts.forEachChild(child, (inner) => visit(inner) || undefined) ?? false
  }
  return visit(node)
}

/** The parameter that fills a hole, and the members that are read of it. */
export function parameterOf(
  hole: Hole,
  parameters: readonly HelperParameter[] | null,
): { parameter: HelperParameter; members: string[] } | null {
  const expression = hole.of?.expression ?? hole.expression
  if (!expression || !parameters) return null
  const members: string[] = [...(hole.of?.members ?? [])]
  let root: ts.Expression = expression
  while (ts.isPropertyAccessExpression(root)) {
    members.unshift(root.name.text)
    root = root.expression
  }
  const name = ts.isIdentifier(root) ? root.text : null
  const parameter = parameters.find((one) => one.name === name)
  return parameter ? { parameter, members } : null
}
