import { ts } from '@ts-morph/common'
import { readTestMock, type TestMock } from '../cache/test-mocks.js'
import { list } from '../context/words.js'
import { bare, memberName } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import type { PlanInput } from './input.js'
import { oldApis, type Reached, testDecision } from './test-decision.js'
import type { Decision } from './types.js'

/** `__mocks__/next/cache.ts`: what `jest.mock('next/cache')` takes, and Jest takes even without it. */
export function isManualMock(file: string): boolean {
  return /(?:^|\/)__mocks__\/next\/cache\.[cm]?[jt]sx?$/.test(file)
}

/** Setup files import nothing under test; they serve every test of their package. */
export function isSetup(file: string): boolean {
  return /setup/i.test(file)
}

/** Why the mock of next/cache that a test gets will not have a function; null where it has or gets it. */
export function whatLacks(input: PlanInput, file: string, mock: TestMock): (member: string) => string | null {
  let known: Around | null = null
  return (member) => {
    if (mock.factories.length > 0) {
      const own = ownLack(mock, member)
      if (own !== null || !mock.factories.some(({ automatic }) => automatic)) return own
    }
    known ??= mocksAround(input, file)
    const near = known
    if (mock.factories.length > 0) return manualLacks(near.manual, member)
    if (near.setup.length > 0) {
      const lacks = near.setup.map((setup) => ownLack(setup, member))
      const isManual = near.setup.some(({ factories }) => factories.some(({ automatic }) => automatic))
      return lacks.find((reason) => reason !== null) ?? (isManual ? manualLacks(near.manual, member) : null)
    }
    if (near.manual.length > 0) return manualLacks(near.manual, member)
    return 'nothing here or in a setup file shows what next/cache is replaced by'
  }
}

function manualLacks(models: FileModel[], member: string): string | null {
  const lacking = models.find((model) => !has(model, member) && !lineToCopy(model))
  return lacking ? `${lacking.file} is not written so that ${member} could be added to it` : null
}

function ownLack({ factories, objects }: TestMock, member: string): string | null {
  const unclear = factories.find((factory) => factory.unclear !== null)
  if (objects.some(({ members }) => members.has(member))) return null
  if (unclear) return unclear.unclear
  if (factories.every(({ automatic }) => automatic)) return null
  return objects.some(({ members }) => oldApis.some((name) => members.has(name)))
    ? null
    : `the mock of next/cache has no function that ${member} could be made like`
}

/** The mocks in other files that serve a test: those that this run can add to. */
interface Around {
  setup: TestMock[]
  manual: FileModel[]
}

function mocksAround({ workspace, graph }: PlanInput, file: string): Around {
  const home = workspace.packageOf(file)
  const near = workspace.files.filter(
    (other) =>
      other !== file &&
      (isSetup(other) || isManualMock(other)) &&
      workspace.selected.has(other) &&
      workspace.packageOf(other) === home,
  )
  const manual = near.filter(isManualMock).flatMap((other) => graph.model(other) ?? [])
  const setup = near
    .filter((other) => !isManualMock(other) && workspace.bytes(other)?.includes('next/cache'))
    .flatMap((other) => {
      const model = graph.model(other)
      return (model && readTestMock(graph, model)) ?? []
    })
  return { setup, manual }
}

/** A manual mock gets what the code of its package calls, written like what it has. */
export function manualMembers(model: FileModel, served: Reached[]): Decision[] {
  const wanted = new Set(served.filter(({ moved }) => moved).map(({ now }) => now.name))
  const missing = [...wanted].filter((member) => !has(model, member))
  if (missing.length === 0) return []
  const like = lineToCopy(model)
  if (!like) {
    return [
      testDecision(model, model.source, oldApis[0], {
        before: '',
        action: 'review',
        after: null,
        rule: 'mock-unclear',
        reason: `The code under test calls ${list(missing)}, which this mock lacks; add it by hand.`,
        edit: null,
      }),
    ]
  }
  const at = { start: like.at.getStart(model.source), end: like.at.end }
  return missing.map((member) =>
    testDecision(model, like.node, like.api, {
      before: like.node.getText(model.source),
      action: 'rewrite',
      after: null,
      rule: 'mock-member',
      reason: `The code under test calls ${member}, which this mock lacks.`,
      edit: { kind: 'add-mock-member', at, member, like: like.api },
    }),
  )
}

function has(model: FileModel, member: string): boolean {
  return (
    model.exports.has(member) ||
    !!exportedObject(model)?.properties.some(({ name }) => memberName(name) === member)
  )
}

/** `export const revalidateTag = vi.fn()`, or the object of `module.exports = { revalidateTag: jest.fn() }`. */
function lineToCopy(model: FileModel): { node: ts.Node; at: ts.Node; api: string } | null {
  for (const statement of model.source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
    const [declaration, ...others] = statement.declarationList.declarations
    const api = oldApis.find((name) => declaration?.name.getText(model.source) === name)
    const value = declaration?.initializer && bare(declaration.initializer)
    const isFresh =
      value && ts.isCallExpression(value) && /^(?:vi|jest)\.fn$/.test(value.expression.getText())
    if (api && declaration && isFresh && others.length === 0)
      return { node: statement, at: declaration.name, api }
  }
  const object = exportedObject(model)
  const api = oldApis.find((name) => object?.properties.some((one) => memberName(one.name) === name))
  return object && api ? { node: object, at: object, api } : null
}

function exportedObject(model: FileModel): ts.ObjectLiteralExpression | null {
  for (const statement of model.source.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, right } = statement.expression
    const value = bare(right)
    if (left.getText(model.source) === 'module.exports' && ts.isObjectLiteralExpression(value)) return value
  }
  return null
}
