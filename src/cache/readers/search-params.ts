import { ts } from '@ts-morph/common'
import type { Graph } from '../../graph/graph.js'
import { isFunction, lineOf } from '../../graph/syntax.js'
import { isAwaited } from './positions.js'
import type { Mark } from './types.js'

/** Where a page reads its `searchParams`, which makes it dynamic. */
export function searchParamsMarks(graph: Graph, file: string): Mark[] {
  const model = graph.model(file)
  if (!model?.source.text.includes('searchParams')) return []
  const marks: Mark[] = []
  for (const name of ['default', 'generateMetadata']) {
    const unit = model.exports.get(name)
    if (!unit) continue
    const mark = (line: number, sure: boolean): void => {
      marks.push({ file, line, why: 'searchParams', sure })
    }
    // Behind a wrapper nobody sees what the page does with its props.
    if (!unit.node || !isFunction(unit.node)) mark(unit.line, false)
    else for (const { node, sure } of uses(unit.node)) mark(lineOf(model.source, node.getStart()), sure)
  }
  return marks
}

interface Use {
  node: ts.Node
  sure: boolean
}

function uses(page: ts.FunctionLikeDeclaration): Use[] {
  const [props] = page.parameters
  if (!props || !page.body) return []
  if (ts.isIdentifier(props.name)) return usesOfProps(page.body, props.name.text)
  const element = ts.isObjectBindingPattern(props.name)
    ? props.name.elements.find(
        ({ name, propertyName }) => (propertyName ?? name).getText() === 'searchParams',
      )
    : undefined
  const rest = ts.isObjectBindingPattern(props.name)
    ? props.name.elements.find(({ dotDotDotToken }) => dotDotDotToken)
    : undefined
  if (!element) return rest ? usesOfProps(page.body, rest.name.getText()) : []
  if (!ts.isIdentifier(element.name)) return [{ node: element, sure: true }]
  return namesIn(page.body, element.name.text).map((node) => ({ node, sure: isRead(node) }))
}

/** `props.searchParams`, or `props` handed on whole. */
function usesOfProps(body: ts.Node, name: string): Use[] {
  return namesIn(body, name).flatMap((node): Use[] => {
    const { parent } = node
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node)
      return parent.name.text === 'searchParams' ? [{ node: parent, sure: isRead(parent) }] : []
    if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
      return parent.name.getText().includes('searchParams') ? [{ node: parent, sure: false }] : []
    return [{ node, sure: false }]
  })
}

/** Awaited, or a member of it taken. */
function isRead(node: ts.Node): boolean {
  return isAwaited(node) || (ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node)
}

function namesIn(body: ts.Node, name: string): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    const isName = ts.isIdentifier(node) && node.text === name
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node
    if (isName && !isMember && !isKey && !ts.isJsxAttribute(node.parent)) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(body)
  return found
}
