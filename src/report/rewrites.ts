import type { Context } from '../context/types.js'
import { contextWords } from '../context/words.js'
import type { Decision, Edit } from '../plan/types.js'
import { count } from './words.js'
import { unbroken } from './wrap.js'

/** `would`: a dry run; `will`: about to be asked for; `did`: written. */
export type Tense = 'would' | 'will' | 'did'

/** Rewrites of one kind, told in one go: `headline: why. effect.` */
export interface RewriteGroup {
  number: number
  /** `14 calls became updateTag(tag)` */
  headline: string
  /** `only Server Actions can run them` */
  why: string
  /** What readers of the cache notice; empty when the rewrite cannot change anything for them. */
  effect: string
  changed: boolean
}

const pasts = { become: 'became', get: 'got', move: 'moved' }

function verb(base: keyof typeof pasts, number: number, tense: Tense): string {
  if (tense === 'did') return pasts[base]
  if (tense === 'would') return `would ${base}`
  return number === 1 ? `${base}s` : base
}

/** Groups rewrites by what they become and why, the largest group first. */
export function groupRewrites(decisions: readonly Decision[], tense: Tense): RewriteGroup[] {
  const groups = new Map<string, Decision[]>()
  for (const decision of decisions) {
    if (decision.action !== 'rewrite') continue
    const key = groupKey(decision)
    groups.set(key, [...(groups.get(key) ?? []), decision])
  }
  return [...groups.entries()]
    .map(([key, members]) => ({ key, group: tell(members, tense) }))
    .sort((a, b) => b.group.number - a.group.number || (a.key < b.key ? -1 : 1))
    .map(({ group }) => group)
}

function groupKey(decision: Decision): string {
  const { edit } = decision
  if (edit === null) return `${decision.rule}\n${decision.reason}`
  // A callback or several calls for one are told like a plain call.
  const kind = edit.kind === 'callback' || edit.kind === 'call-per-argument' ? 'call' : edit.kind
  const source = isInvalidation(edit) ? `${decision.reach} ${decision.rule === 'handed-on'}` : decision.api
  const stays = edit.kind === 'assertion' && edit.member === decision.api ? edit.extraArgument : null
  return [kind, label(edit), source, decision.semantics, stays].join('\n')
}

function tell(members: Decision[], tense: Tense): RewriteGroup {
  const number = members.length
  const [first] = members
  if (first === undefined) throw new Error('a group has at least one member')
  const { edit } = first
  const changed = members.some((member) => member.semantics === 'changed')
  const them = number === 1 ? 'it' : 'them'
  const base = { number, effect: '', changed }
  if (edit === null) {
    const headline = `${count(number, 'call')} ${verb('become', number, tense)} ready for Next.js 16`
    return { ...base, headline, why: clause(first.reason) }
  }
  const to = unbroken(label(edit))
  switch (edit.kind) {
    case 'add-mock-member': {
      const headline = `${count(number, 'mock')} of next/cache ${verb('get', number, tense)} ${to}`
      return { ...base, headline, why: 'the code under test now calls it' }
    }
    case 'assertion': {
      if (edit.member === first.api && edit.extraArgument !== null) {
        const headline = `${count(number, 'assertion')} in tests ${verb('get', number, tense)} the second argument ${unbroken(edit.extraArgument)}`
        return { ...base, headline, why: 'the code under test now passes it' }
      }
      const headline = `${count(number, 'assertion')} in tests ${verb('move', number, tense)} to ${to}`
      return { ...base, headline, why: 'that is what the code under test now calls' }
    }
    case 'rename': {
      if (edit.to.name === first.api) {
        const headline = `${count(number, 'import')} of ${to} ${verb('move', number, tense)} to next/cache`
        return { ...base, headline, why: 'paths within next/dist change between versions' }
      }
      const headline = `${count(number, 'use')} of ${first.api} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the stable name of the same function' }
    }
    default: {
      if (isInvalidation(edit)) {
        const headline = `${count(number, 'call')} ${verb('become', number, tense)} ${to}`
        return { ...base, headline, why: reachWords(members, them), effect: effect(edit.to, changed) }
      }
      const headline = `${count(number, 'call')} of ${first.api} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the stable name of the same function' }
    }
  }
}

type CallEdit = Extract<Edit, { kind: 'call' | 'call-per-argument' | 'callback' }>

function isInvalidation(edit: Edit | null): edit is CallEdit {
  return (
    edit !== null &&
    (edit.kind === 'call' || edit.kind === 'call-per-argument' || edit.kind === 'callback') &&
    (edit.to.name === 'updateTag' || edit.to.name === 'revalidateTag')
  )
}

function label(edit: Edit): string {
  switch (edit.kind) {
    case 'rename':
      return edit.to.name
    case 'add-mock-member':
    case 'assertion':
      return edit.member
    default: {
      const argument = edit.to.name.endsWith('Path') ? 'path' : 'tag'
      if (edit.to.profile === null) return `${edit.to.name}(${argument})`
      const profile = 'name' in edit.to.profile ? `'${edit.to.profile.name}'` : '{ expire: 0 }'
      return `${edit.to.name}(${argument}, ${profile})`
    }
  }
}

function reachWords(members: Decision[], them: string): string {
  const contexts = new Set(members.flatMap((member) => member.contexts))
  switch (members[0]?.reach) {
    case 'action-only':
      return `only Server Actions can run ${them}${isAlone(contexts) ? '' : ' without an error'}`
    case 'mixed': {
      const others = contextWords(pick(contexts, ['route-handler', 'script'], 'server-action'))
      return `Server Actions run ${them}, but so ${others.includes(' and ') ? 'do' : verbFor(others)} ${others}, where updateTag throws`
    }
    case 'unreached':
      return `nothing was found that calls ${them}`
    default: {
      if (members.every(({ rule }) => rule === 'handed-on'))
        return `handed on, and who runs ${them} cannot be told`
      const runners = contextWords(pick(contexts, ['route-handler', 'script', 'proxy', 'pages-api'], 'test'))
      return runners === ''
        ? `no Server Action can run ${them}`
        : `run by ${runners}, never by a Server Action`
    }
  }
}

/** Other contexts may reach a call too; every form throws there. */
function isAlone(contexts: ReadonlySet<Context>): boolean {
  return [...contexts].every((context) => context === 'server-action' || context === 'test')
}

function verbFor(noun: string): string {
  return noun.endsWith('s') ? 'do' : 'does'
}

/** The contexts worth naming: the wanted ones, else all but one. */
function pick(contexts: Set<Context>, wanted: Context[], unwanted: Context): Context[] {
  const some = wanted.filter((context) => contexts.has(context))
  return some.length > 0 ? some : [...contexts].filter((context) => context !== unwanted)
}

function effect(to: CallEdit['to'], changed: boolean): string {
  if (!changed) return 'As before, the next reader gets fresh data.'
  if (to.profile !== null && 'name' in to.profile) {
    return 'This changes behaviour: the next reader may still get the old data once, while Next.js fetches the new.'
  }
  return 'This changes behaviour.'
}

/** A sentence as the part after a colon: no full stop, no capital on an ordinary first word. */
export function clause(sentence: string): string {
  const text = sentence.trim().replace(/\.$/, '')
  const isOrdinary = /^(?:[A-Z][a-z]*) /.test(text) && !/^(?:Server|Next) /.test(text)
  return isOrdinary ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
