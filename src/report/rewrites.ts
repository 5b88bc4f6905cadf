import type { Context } from '../context/types.js'
import { contextWords } from '../context/words.js'
import type { CacheCall, ConfigEdit, Decision, Edit } from '../plan/types.js'
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

/** Edits that are told alike. */
const kinds: Partial<Record<Edit['kind'], string>> = {
  callback: 'call',
  'call-per-argument': 'call',
  'add-members': 'module',
  'insert-text': 'module',
  'create-file': 'module',
}

function groupKey(decision: Decision): string {
  const { edit } = decision
  if (edit === null) return `${decision.rule}\n${decision.reason}`
  if (decision.rule === 'commented') return decision.rule
  // A callback or several calls for one are told like a plain call.
  const kind = kinds[edit.kind] ?? edit.kind
  const source = isInvalidation(edit)
    ? `${decision.reach} ${['handed-on', 'configured'].includes(decision.rule) ? decision.rule : ''}`
    : edit.kind === 'replace-expression'
      ? ''
      : decision.api
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
  if (first.rule === 'commented') {
    const headline = `${count(number, 'place')} ${verb('get', number, tense)} a retag-ignore comment`
    return {
      ...base,
      headline,
      why: `a person decided that ${number === 1 ? 'it stays as it is' : 'they stay as they are'}`,
    }
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
    case 'add-setting':
    case 'lift-setting':
    case 'replace':
      return { ...base, ...settingWords(first, edit, number, tense) }
    case 'use-cache': {
      const headline = `${count(number, 'use')} of ${first.api} ${verb('become', number, tense)} ${number === 1 ? `a ${to} function` : `${to} functions`}`
      const effect =
        'This changes behaviour: entries live in the memory of each process, and dates stay dates.'
      return { ...base, headline, why: 'arguments are the key, and lifetimes stay as they were', effect }
    }
    case 'rename': {
      if (edit.to.name === first.api) {
        const headline = `${count(number, 'import')} of ${to} ${verb('move', number, tense)} to next/cache`
        return { ...base, headline, why: 'paths within next/dist change between versions' }
      }
      const headline = `${count(number, 'use')} of ${first.api} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the stable name of the same function' }
    }
    case 'path-tags': {
      const headline = `${count(number, 'path')} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the cached reads of the page carry these tags' }
    }
    case 'replace-expression': {
      const headline = `${count(number, 'tag')} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the helper makes the same string' }
    }
    case 'add-members':
    case 'insert-text':
    case 'create-file': {
      const headline = `${count(number, 'module')} ${verb('get', number, tense)} ${to}`
      return { ...base, headline, why: 'what caches and what invalidates call the same ones' }
    }
    default: {
      if (isInvalidation(edit)) {
        const headline = `${count(number, 'call')} ${verb('become', number, tense)} ${to}`
        const why = first.rule === 'configured' ? 'a person decided so' : reachWords(members, them)
        return { ...base, headline, why, effect: effect(edit.to, changed) }
      }
      const headline = `${count(number, 'call')} of ${first.api} ${verb('become', number, tense)} ${to}`
      return { ...base, headline, why: 'the stable name of the same function' }
    }
  }
}

/** Settings of next.config, and what `pages/api` calls on its response. */
function settingWords(
  { api, rule }: Decision,
  edit: ConfigEdit,
  number: number,
  tense: Tense,
): Pick<RewriteGroup, 'headline' | 'why'> {
  if (rule === 'flag') {
    const headline = `${count(number, 'next.config')} ${verb('get', number, tense)} ${api}`
    return { headline, why: "'use cache' compiles only where it is on" }
  }
  const become = verb('become', number, tense)
  if (edit.kind === 'lift-setting') {
    const headline = `${count(number, 'setting')} ${api} ${become} ${edit.name} at the top level`
    return { headline, why: 'that is where Next.js 16 reads it' }
  }
  const headline = `${count(number, 'use')} of ${api} ${become} ${label(edit)}`
  return { headline, why: 'the stable name of the same function' }
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
    case 'use-cache':
      return "'use cache'"
    case 'add-setting':
      return edit.path.join('.')
    case 'lift-setting':
      return edit.name
    case 'replace':
      return edit.text
    case 'add-mock-member':
    case 'assertion':
      return edit.member
    case 'path-tags':
      return [...new Set(edit.calls.map(({ to, argument }) => callText(to, helperName(argument))))].join(', ')
    case 'replace-expression':
      return helperName(edit.text)
    case 'add-members':
    case 'insert-text':
    case 'create-file':
      return 'tag helpers'
    default: {
      return callText(edit.to, edit.to.name.endsWith('Path') ? 'path' : 'tag')
    }
  }
}

function callText({ name, profile }: CacheCall, argument: string): string {
  if (profile === null) return `${name}(${argument})`
  return `${name}(${argument}, ${'name' in profile ? `'${profile.name}'` : '{ expire: 0 }'})`
}

/** `invoiceTags.record(id)` is shown as `invoiceTags.record(...)`, whatever it is given. */
function helperName(text: string): string {
  return text.replace(/\(.*\)$/s, (given) => (given === '()' ? given : '(...)'))
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
