import { ts } from 'ts-morph'
import { readTestMock, type TestMock } from '../cache/test-mocks.js'
import { bare, lineOf } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import type { PlanInput, Planned, Planner, TracedSite } from './input.js'
import { isMock } from './revalidate-tag.js'
import type { CacheCall, Decision, Profile } from './types.js'

const id = 'test-doubles'
const oldApis = ['revalidateTag', 'unstable_expireTag'] as const

/** What a call site that a test reaches calls after the migration; null where it stays as it was. */
interface Reached {
  traced: TracedSite
  to: CacheCall | null
}

/** Mocks get the functions that the migrated code calls, and assertions follow the calls. */
export const planTestDoubles: Planner = (input, earlier): Planned => {
  const reached = sitesAfter(input, earlier)
  if (!reached.some(({ to }) => to)) return { decisions: [], findings: [] }
  const files = input.workspace.files.filter(
    (file) => input.workspace.selected.has(file) && mayMock(input, file),
  )
  return { decisions: files.flatMap((file) => decideFile(input, file, reached)), findings: [] }
}

function sitesAfter(input: PlanInput, earlier: readonly Decision[]): Reached[] {
  const edits = new Map(
    earlier.map((decision) => [`${decision.file}:${decision.line}:${decision.column}`, decision.edit]),
  )
  return input.sites
    .filter((traced) => (oldApis as readonly string[]).includes(traced.site.api) && !isMock(traced))
    .map((traced) => {
      const edit = edits.get(`${traced.site.file}:${traced.site.line}:${traced.site.column}`)
      return { traced, to: edit && 'to' in edit && 'profile' in edit.to ? edit.to : null }
    })
}

function mayMock({ workspace }: PlanInput, file: string): boolean {
  const bytes = workspace.bytes(file)
  return !!bytes && bytes.includes('ock(') && bytes.includes('next/cache')
}

function decideFile(input: PlanInput, file: string, reached: Reached[]): Decision[] {
  const model = input.graph.model(file)
  const mock = model && readTestMock(input.graph, model)
  if (!model || !mock) return []
  const own = reached.filter(({ traced }) => traced.tests.some((unit) => unit.file === file))
  // A setup file imports nothing under test; it serves every test of its package.
  const served =
    own.length > 0 || !/setup/i.test(file)
      ? own
      : reached.filter(({ traced }) => isSamePackage(input, traced, file))
  return [...missingMembers(model, mock, served), ...assertions(model, mock, own)]
}

function isSamePackage({ workspace }: PlanInput, { site }: TracedSite, file: string): boolean {
  return workspace.packageOf(site.file) === workspace.packageOf(file)
}

function missingMembers(model: FileModel, mock: TestMock, served: Reached[]): Decision[] {
  const wanted = new Map<string, string>()
  for (const { traced, to } of served)
    if (to && to.name !== traced.site.api) wanted.set(to.name, traced.site.api)
  return mock.objects.flatMap(({ node, members }) =>
    [...wanted].flatMap(([member, like]) => {
      if (members.has(member) || !members.has(like)) return []
      const at = { start: node.getStart(model.source), end: node.end }
      return [
        decision(model, node, like, {
          before: node.getText(model.source),
          action: 'rewrite',
          after: null,
          rule: 'mock-member',
          reason: `The code under test now calls ${member}, which this mock lacks.`,
          edit: { kind: 'add-mock-member', at, member, like },
        }),
      ]
    }),
  )
}

function assertions(model: FileModel, mock: TestMock, own: Reached[]): Decision[] {
  const found: Decision[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'expect') {
      const made = assertion(model, mock, own, node)
      if (made) found.push(made)
    }
    ts.forEachChild(node, visit)
  }
  visit(model.source)
  return found
}

function assertion(
  model: FileModel,
  mock: TestMock,
  own: Reached[],
  expectation: ts.CallExpression,
): Decision | null {
  const subject = mocked(expectation.arguments[0])
  const api = subject && oldApis.find((name) => mock.isMockOf(subject, name))
  if (!subject || !api) return null
  const { chain, matcher } = matcherOf(expectation)
  const now = callsNow(model, own, expectation, matcher, api)
  if (now.length === 0) return null
  const base = { before: chain.getText(model.source), after: null }
  if (now.length > 1) {
    return decision(model, subject, api, {
      ...base,
      action: 'review',
      rule: 'assertion-both',
      edit: null,
      reason: `The code under test now calls ${now.map(shown).join(' and ')}; say which of them is meant.`,
    })
  }
  const [to] = now
  const takesArguments = /with$/i.test(matcherName(matcher))
  if (!to || (to.name === api && (!takesArguments || !to.profile))) return null
  const extraArgument = takesArguments && to.profile ? profileText(to.profile) : null
  const at = { start: subject.getStart(model.source), end: subject.end }
  return decision(model, subject, api, {
    ...base,
    action: 'rewrite',
    rule: 'assertion',
    reason: `The code under test now calls ${shown(to)}.`,
    edit: { kind: 'assertion', at, member: to.name, extraArgument },
  })
}

/** `revalidateTag` in `vi.mocked(revalidateTag)` and in `(revalidateTag as jest.Mock)`. */
function mocked(argument: ts.Expression | undefined): ts.Expression | null {
  const node = argument && bare(argument)
  if (!node) return null
  const isMocked =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'mocked'
  const inner = isMocked ? node.arguments[0] : node
  return inner ? bare(inner) : null
}

/** The different calls that the sites behind an assertion make now; a kept one counts as the call it was. */
function callsNow(
  model: FileModel,
  own: Reached[],
  at: ts.Node,
  matcher: ts.CallExpression | null,
  api: string,
): CacheCall[] {
  const sameApi = own.filter(({ traced }) => traced.site.api === api)
  const inTest = sameApi.filter(({ traced }) =>
    traced.tests.some(({ node, file }) => file === model.file && isAround(node, at)),
  )
  const near = inTest.length > 0 ? inTest : sameApi
  const tag = matcher?.arguments.find(ts.isStringLiteralLike)?.getText(model.source)
  const sameTag = near.filter(({ traced }) => tag !== undefined && traced.site.arguments[0]?.text === tag)
  const calls = (sameTag.length > 0 ? sameTag : near).map(({ to }) => to ?? { name: api, profile: null })
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()]
}

function isAround(node: ts.Node | null, at: ts.Node): boolean {
  return !!node && !ts.isSourceFile(node) && node.pos <= at.pos && at.end <= node.end
}

/** The matcher's call in `expect(x).not.toHaveBeenCalledWith(y)`, and the whole chain. */
function matcherOf(expectation: ts.CallExpression): { chain: ts.Node; matcher: ts.CallExpression | null } {
  let chain: ts.Node = expectation
  while (
    ts.isPropertyAccessExpression(chain.parent) ||
    (ts.isCallExpression(chain.parent) && chain.parent.expression === chain)
  ) {
    chain = chain.parent
  }
  return { chain, matcher: chain !== expectation && ts.isCallExpression(chain) ? chain : null }
}

function matcherName(matcher: ts.CallExpression | null): string {
  return matcher && ts.isPropertyAccessExpression(matcher.expression) ? matcher.expression.name.text : ''
}

function shown({ name, profile }: CacheCall): string {
  return profile ? `${name} with ${profileText(profile)}` : name
}

function profileText(profile: Profile): string {
  return 'expire' in profile ? '{ expire: 0 }' : `'${profile.name}'`
}

function decision(
  model: FileModel,
  node: ts.Node,
  api: string,
  fields: Pick<Decision, 'before' | 'after' | 'action' | 'rule' | 'reason' | 'edit'>,
): Decision {
  const start = node.getStart(model.source)
  const line = lineOf(model.source, start)
  const column = model.source.getLineAndCharacterOfPosition(start).character + 1
  return {
    id: `${id}:${model.file}:${line}:${column}`,
    transform: id,
    file: model.file,
    line,
    column,
    api,
    contexts: ['test'],
    reach: 'non-action',
    semantics: fields.action === 'rewrite' ? 'preserved' : null,
    evidence: [[{ file: model.file, line, symbol: 'mock of next/cache' }]],
    ...fields,
  }
}
