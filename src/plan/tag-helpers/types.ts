import type { ts } from '@ts-morph/common'
import type { Level, OwnText, TagHelper, WrittenTag } from '../../cache/tag-helpers/types.js'
import type { Text } from '../../cache/values/types.js'

/** A tag that is written as a string, at one place. */
export interface InlineTag {
  file: string
  node: ts.Expression
  own: OwnText
  written: WrittenTag
}

/** One string, holes apart, and every place that writes it. */
export interface TagString {
  key: string
  /** With the names by which most places call what fills the holes. */
  text: Text
  level: Level
  /** Words beyond those of the entity, as the tag spells them: `featured`. */
  qualifier: string[]
  /** Its last word is a plural. */
  plural: boolean
  tags: InlineTag[]
}

/** All strings about one thing in one app. */
export interface Group {
  entity: string
  strings: TagString[]
  /** The app or package in which all of it stands; null where it is spread over several. */
  home: string | null
}

/** What a string's places call from now on. */
export interface HelperChoice {
  /** `invoiceTags.record`, as exported. */
  name: string
  file: string
  /** Null for constants. */
  parameters: string[] | null
  /** Which hole fills a parameter, by the parameter's index. */
  holes: number[]
  existing: TagHelper | null
}

/** Why nothing of a group is rewritten. */
export interface Refusal {
  rule: string
  reason: string
  action: 'keep' | 'review'
}
