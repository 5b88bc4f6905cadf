import { ts } from '@ts-morph/common'
import { bare, eachChild, isFunction } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import { review, type Verdict } from './decision.js'
import type { PlanInput } from './input.js'
import { decidePlace } from './next-config/decide.js'
import type { Decision } from './types.js'

const oldName = 'unstable_revalidate'

/**
 * `res.unstable_revalidate(path)` of the pages router, which Next.js calls `res.revalidate` since 12.2. The response is
 * the second parameter of a function in `pages/api`, or whatever is annotated with `NextApiResponse`.
 */
export function planPagesRevalidate(transform: string, { workspace, graph }: PlanInput): Decision[] {
  if (!workspace.apps.some(({ pagesRouterDir }) => pagesRouterDir !== null)) return []
  return workspace.files
    .filter((file) => workspace.selected.has(file) && workspace.bytes(file)?.includes(oldName))
    .flatMap((file) => {
      const model = graph.model(file)
      if (!model) return []
      const pages = workspace.appOf(file)?.pagesRouterDir
      const isApi = !!pages && (file.startsWith(`${pages}/api/`) || file.startsWith(`${pages}/api.`))
      return usesIn(model).map((access) => decideUse(transform, model, access, isApi))
    })
}

function usesIn(model: FileModel): ts.PropertyAccessExpression[] {
  const found: ts.PropertyAccessExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === oldName) found.push(node)
    eachChild(node, visit)
  }
  visit(model.source)
  return found
}

function decideUse(
  transform: string,
  model: FileModel,
  access: ts.PropertyAccessExpression,
  isApi: boolean,
): Decision {
  const call =
    ts.isCallExpression(access.parent) && access.parent.expression === access ? access.parent : access
  const before = call.getText(model.source)
  const verdict = isResponse(access.expression, isApi)
    ? renamed(model, access, before)
    : review(
        'response-unclear',
        `It cannot be told that ${access.expression.getText(model.source)} is the response of an API route; if it is, call revalidate.`,
      )
  const decision = decidePlace(transform, { model, node: call }, oldName, before, verdict)
  return isApi ? { ...decision, contexts: ['pages-api'] } : decision
}

function renamed(model: FileModel, { name }: ts.PropertyAccessExpression, before: string): Verdict {
  return {
    action: 'rewrite',
    after: before.replace(oldName, 'revalidate'),
    semantics: 'preserved',
    rule: 'renamed',
    reason: 'res.unstable_revalidate is called res.revalidate in Next.js 16.',
    edit: { kind: 'replace', at: { start: name.getStart(model.source), end: name.end }, text: 'revalidate' },
  }
}

function isResponse(expression: ts.Expression, isApi: boolean): boolean {
  const name = bare(expression)
  if (!ts.isIdentifier(name)) return false
  const parameter = parameterOf(name)
  if (!parameter) return false
  if (parameter.type) return /\bNextApiResponse\b/.test(parameter.type.getText())
  return isApi && isFunction(parameter.parent) && parameter.parent.parameters[1] === parameter
}

/** The parameter that a name means; null where something nearer declares the name. */
function parameterOf(name: ts.Identifier): ts.ParameterDeclaration | null {
  for (let node: ts.Node = name; node.parent; node = node.parent) {
    if (ts.isBlock(node) && declares(node, name.text)) return null
    if (!isFunction(node)) continue
    const found = node.parameters.find(({ name: own }) => own.getText() === name.text)
    if (found) return found
  }
  return null
}

function declares({ statements }: ts.Block, name: string): boolean {
  return statements.some(
    (statement) =>
      (ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some((declaration) => declaration.name.getText() === name)) ||
      (ts.isFunctionDeclaration(statement) && statement.name?.text === name),
  )
}
