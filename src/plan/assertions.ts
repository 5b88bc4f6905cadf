import { ts } from '@ts-morph/common'
import type { Asked, TestMock } from '../cache/test-mocks.js'
import { list } from '../context/words.js'
import { bare, eachChild } from '../graph/syntax.js'
import type { FileModel } from '../graph/types.js'
import { oldApis, type Reached, testDecision } from './test-decision.js'
import type { CacheCall, Decision, Profile } from './types.js'

/** Why the mock that an assertion would ask lacks a function, null where it has or gets it. */
export type Lacks = (member: string) => string | null

/** Assertions on a mock of an old function follow the calls of the code under test. */
export function assertions(model: FileModel, mock: TestMock, own: Reached[], lacks: Lacks): Decision[] {
  const found: Decision[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'expect') {
      const made = assertion(model, mock, own, lacks, node)
      if (made) found.push(made)
    }
    eachChild(node, visit)
  }
  visit(model.source)
  return found
}

function assertion(
  model: FileModel,
  mock: TestMock,
  own: Reached[],
  lacks: Lacks,
  expectation: ts.CallExpression,
): Decision | null {
  const subject = mocked(expectation.arguments[0])
  const api = subject && oldApis.find((name) => mock.asks(subject, name) !== null)
  const asked = api && mock.asks(subject, api)
  if (!subject || !asked) return null
  const { chain, matcher } = matcherOf(expectation)
  const behind = sitesBehind(model, own, expectation, matcher)
  const argumentsLeft =
    asked === 'derived' ? comparesCalls(subject, matcher) : takesArguments(matcher) && !hasProfile(matcher)
  const now = different(
    behind.map((reached) => (argumentsLeft ? reached.now : { ...reached.now, profile: null })),
  )
  const [to] = now
  if (!to || (now.length === 1 && to.name === api && !to.profile)) return null
  const base = { before: chain.getText(model.source), after: null }
  if (now.length > 1) {
    return testDecision(model, subject, api, {
      ...base,
      action: 'review',
      rule: 'assertion-both',
      edit: null,
      reason: `The code under test calls ${list(now.map(shown))}; say which of them is meant.`,
    })
  }
  // Nobody wrote that the old function is not called for the sake of the new one, unless it was so until now.
  if (isNegative(chain) && !behind.some(({ moved }) => moved)) return null
  const doubt =
    asked === 'derived' ? null : doubtOf(model, mock, subject, asked, to.name === api, () => lacks(to.name))
  if (asked === 'derived' || doubt !== null) {
    if (!behind.some(({ moved }) => moved)) return null
    return testDecision(model, subject, api, {
      ...base,
      action: 'review',
      rule: doubt === null ? 'assertion-derived' : 'mock-unclear',
      edit: null,
      reason:
        doubt === null
          ? `The code under test now calls ${shown(to)}, and this asks for something made from the mock of ${api}; change it by hand.`
          : `The code under test now calls ${shown(to)}, but ${doubt}; change mock and assertion by hand.`,
    })
  }
  const extraArgument = argumentsLeft && to.profile ? profileText(to.profile) : null
  const at = { start: subject.getStart(model.source), end: subject.end }
  return testDecision(model, subject, api, {
    ...base,
    action: 'rewrite',
    rule: 'assertion',
    reason: `The code under test now calls ${shown(to)}.`,
    edit: { kind: 'assertion', at, member: to.name, extraArgument },
  })
}

/** Why an assertion cannot simply ask the mock of another function; null where it can. */
function doubtOf(
  model: FileModel,
  mock: TestMock,
  subject: ts.Expression,
  asked: Exclude<Asked, 'derived'>,
  stays: boolean,
  lack: () => string | null,
): string | null {
  if (stays) return null
  const name = subject.getText(model.source)
  if (asked === 'spy') return `${name} spies on one function alone`
  if (asked === 'through') return `${name} is called by the mock of one function alone`
  if (asked === 'variable' && !ts.isIdentifier(subject)) return `${name} has no counterpart in its object`
  // The other mock would be asked by its import, which stands above a mock that is not hoisted.
  const isLate = mock.factories.some(({ hoisted }) => !hoisted)
  if (isLate && asked !== 'module' && ts.isIdentifier(subject))
    return `${name} belongs to a mock that an import does not get`
  return lack()
}

/** `expect(revalidateTag.mock.calls[0]).toEqual(['posts'])`: a second argument makes a difference. */
function comparesCalls(subject: ts.Expression, matcher: ts.CallExpression | null): boolean {
  const isWhole = /\.(?:calls(?:\[\d+\])?|lastCall)$/.test(subject.getText())
  return isWhole && /equal|object/i.test(matcherName(matcher))
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

/** The call sites that an assertion is about: those of its test, and of its tag where it names one. */
function sitesBehind(
  model: FileModel,
  own: Reached[],
  at: ts.Node,
  matcher: ts.CallExpression | null,
): Reached[] {
  const inTest = own.filter(({ traced }) =>
    traced.tests.some(({ node, file }) => file === model.file && isAround(node, at)),
  )
  const near = inTest.length > 0 ? inTest : own
  const tag = matcher?.arguments.find(ts.isStringLiteralLike)?.getText(model.source)
  const sameTag = near.filter(({ traced }) => tag !== undefined && traced.site.arguments[0]?.text === tag)
  return sameTag.length > 0 ? sameTag : near
}

function different(calls: CacheCall[]): CacheCall[] {
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()]
}

function takesArguments(matcher: ts.CallExpression | null): boolean {
  return /with$/i.test(matcherName(matcher))
}

/** `toHaveBeenCalledWith('posts', 'max')`, `toHaveBeenNthCalledWith(1, 'posts', 'max')`. */
function hasProfile(matcher: ts.CallExpression | null): boolean {
  const tags = /nth/i.test(matcherName(matcher)) ? 2 : 1
  return (matcher?.arguments.length ?? 0) > tags
}

function isNegative(chain: ts.Node): boolean {
  return /\)\s*\.\s*not\s*\./.test(chain.getText())
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
