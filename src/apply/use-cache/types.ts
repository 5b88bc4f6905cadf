import type { UseCacheEdit } from '../../plan/types.js'
import type { Node } from '../ast.js'
import type { Draft } from '../draft.js'
import type { Comment } from '../parse.js'
import type { NameOf } from '../step.js'

/** One conversion with the nodes that it is about. */
export interface Job {
  draft: Draft
  edit: UseCacheEdit
  call: Node
  /** The inline function that is cached; null for a reference to one. */
  callback: Node | null
  notes: Notes
  /** What `cacheLife` and `cacheTag` are called where the directive goes. */
  life: (nameOf: NameOf) => string
  tag: (nameOf: NameOf) => string
}

/** Comments of code that goes away, by what they speak of. */
export interface Notes {
  /** Of the function as a whole. */
  own: Comment[]
  /** Of an expression body, between the arrow and it. */
  body: Comment[]
  life: SettingNotes
  tag: SettingNotes
  /** Among the arguments of a call at once. */
  invocation: Comment[]
}

export interface SettingNotes {
  above: Comment[]
  behind: Comment[]
  below: Comment[]
}
