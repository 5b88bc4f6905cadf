import type { Range } from '../plan/types.js'
import { field, isCall, isMember, list, memberName, type Node, nameOf } from './ast.js'
import { appendArgument } from './call.js'
import { wholeReference } from './callback.js'
import { addTarget, type Draft, nodeAt, referenceOrigin, type Target } from './draft.js'
import { EditError } from './errors.js'
import { originOf } from './origin.js'
import { writeReference } from './rename.js'
import { lookup, type Reference } from './scope.js'
import type { Step } from './step.js'
import { quoted } from './style.js'

/** Matchers that take the arguments of a call. */
const withArguments =
  /^(toHaveBeenCalledWith|toHaveBeenLastCalledWith|toHaveBeenNthCalledWith|toHaveBeenCalledExactlyOnceWith|toBeCalledWith|lastCalledWith|nthCalledWith)$/

/** Edit `assertion`: `expect(revalidateTag)` asks another mock (unless it `stays`), perhaps for one more argument. */
export function prepareAssertion(
  draft: Draft,
  at: Range,
  member: string,
  extraArgument: string | null,
  stays = false,
): Step {
  const node = wholeReference(draft, nodeAt(draft, at, ['MemberExpression', 'Identifier'], 'mock'))
  const chain = assertionChain(draft, node)
  const rename = stays
    ? () => {}
    : isMember(node)
      ? renameMember(draft, node, member)
      : renameMock(draft, node, member)
  return {
    range: chain.at(-1) ?? node,
    write(nameOf) {
      rename(nameOf)
      if (extraArgument !== null) extend(draft, chain, extraArgument)
    },
  }
}

/** The calls around a mock, from `expect(mock)` outwards to the matcher. */
function assertionChain(draft: Draft, node: Node): Node[] {
  const { parents } = draft.scopes
  const chain: Node[] = []
  let inner = node
  for (let up = parents.get(inner); up; up = parents.get(up)) {
    if (/Statement$|Function|Method$|Property$|Declarator$/.test(up.type)) break
    if (isCall(up) && (chain.length > 0 || nameOf(field(up, 'callee')) === 'expect')) {
      if (chain.length > 0 && field(up, 'callee') !== inner) break
      chain.push(up)
    }
    inner = up
  }
  return chain
}

function extend(draft: Draft, chain: Node[], argument: string): void {
  for (const call of chain) {
    const callee = field(call, 'callee')
    if (!callee || !withArguments.test(memberName(callee) ?? '')) continue
    const least = /nth/i.test(memberName(callee) ?? '') ? 2 : 1
    if (list(call, 'arguments').length >= least) appendArgument(draft, call, inStyle(draft, argument))
  }
}

/** A profile name comes quoted or bare and goes in the quotes of the file. */
function inStyle(draft: Draft, argument: string): string {
  const name = /^(['"]?)([A-Za-z][\w-]*)\1$/.exec(argument.trim())?.[2]
  if (name && name !== 'undefined' && name !== 'null') return quoted(name, draft.style)
  return argument
}

type Write = (nameOf: (target: Target) => string) => void

function renameMember(draft: Draft, node: Node, member: string): Write {
  const property = field(node, 'property') ?? node
  if (node.computed === true && property.type !== 'StringLiteral')
    throw new EditError(draft.file, 'holds an assertion on a computed member; change it by hand')
  const old = draft.source.slice(property.start, property.end)
  const text = node.computed === true ? `${old.charAt(0)}${member}${old.charAt(0)}` : member
  return () => {
    if (old !== text) draft.edits.replace(property.start, property.end, text)
  }
}

/** An imported mock is imported under the other name; a local one has to exist, else the mocked import serves. */
function renameMock(draft: Draft, node: Node, member: string): Write {
  const reference: Reference | null = draft.scopes.referenceOf.get(node) ?? null
  if (!reference) return () => draft.edits.replace(node.start, node.end, member)
  const origin = referenceOrigin(draft, reference)
  const local = lookup(reference.scope, member)
  if (!origin && local && !originOf(local, draft.scopes))
    return () => writeReference(draft, reference, member)
  const target = addTarget(draft, member, node, reference, { mock: true })
  return (nameOf) => writeReference(draft, reference, nameOf(target))
}
