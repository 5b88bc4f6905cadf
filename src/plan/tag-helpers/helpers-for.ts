import type { Types } from '../../cache/plain/index.js'
import { holesOf } from '../../cache/tag-helpers/own-text.js'
import type { TagHelper } from '../../cache/tag-helpers/types.js'
import type { PlanInput } from '../input.js'
import { argumentTypes } from './argument-types.js'
import { choiceOf } from './arguments.js'
import { homeOf } from './groups.js'
import { type NewMember, nameMembers } from './new-helpers.js'
import { type HelperPlace, placeFor } from './place.js'
import type { Group, HelperChoice, Refusal, TagString } from './types.js'

/** What every string of a group calls, and what has to be written for that. */
export interface Chosen {
  choices: Map<TagString, HelperChoice>
  place: HelperPlace | null
  /** Name of the object that holds the new ones. */
  object: string
  members: NewMember[]
}

/** Finds a helper for every string of a group, or plans new ones; a refusal where types stand in the way. */
export function helpersFor(
  input: PlanInput,
  group: Group,
  helpers: readonly TagHelper[],
  typesOf: () => Types,
): Chosen | Refusal {
  const choices = new Map<TagString, HelperChoice>()
  for (const string of group.strings) {
    const choice = existingFor(input, group, string, helpers)
    if (choice) choices.set(string, choice)
  }
  for (const [string, choice] of choices) {
    const wrong = wrongType(typesOf, string, choice)
    if (wrong) return wrong
  }
  const missing = group.strings.filter((string) => !choices.has(string))
  if (missing.length === 0) return { choices, place: null, object: '', members: [] }
  const place = placeFor(input, group, helpers)
  const object = place.kind === 'object' ? place.root : `${group.entity}Tags`
  if (place.kind === 'module') {
    const model = input.graph.model(place.file)
    if (model && (model.exports.has(object) || model.scopeAt(object, model.source.endOfFileToken) !== null))
      return {
        rule: 'name-taken',
        reason: `${place.file} already has something called ${object}; add the helper by hand.`,
        action: 'review',
      }
  }
  const typed = /\.[cm]?tsx?$/.test(place.file)
  const types = new Map<string, string>()
  for (const string of typed ? missing : []) {
    for (const [hole] of holesOf(string.tags[0]?.own ?? { parts: [] }).entries()) {
      const type = parameterType(typesOf(), string, hole)
      if (typeof type !== 'string') return type
      types.set(`${string.key} ${hole}`, type)
    }
  }
  const taken = place.kind === 'object' ? place.names : new Set<string>()
  const members = nameMembers(
    missing,
    taken,
    (string, hole) => types.get(`${string.key} ${hole}`) ?? 'string',
  )
  for (const { string, name, parameters } of members)
    choices.set(string, {
      name: `${object}.${name}`,
      file: place.file,
      parameters: parameters.map((parameter) => parameter.name),
      holes: parameters.map((_, index) => index),
      existing: null,
    })
  return { choices, place, object, members }
}

function existingFor(
  { workspace }: PlanInput,
  { home }: Group,
  { key }: TagString,
  helpers: readonly TagHelper[],
): HelperChoice | null {
  for (const helper of helpers) {
    if (!helper.usable || helper.key !== key) continue
    const isNear = homeOf(workspace, helper.file) === home || workspace.appOf(helper.file) === null
    const choice = isNear ? choiceOf(helper) : null
    if (choice) return choice
  }
  return null
}

/** `string`, or what else the places hand over; a refusal where a value may be missing or is no text. */
function parameterType(types: Types, string: TagString, hole: number): string | Refusal {
  const found = new Set<string>()
  for (const { own, file } of string.tags) {
    const expression = holesOf(own)[hole]
    if (!expression) continue
    for (const type of argumentTypes(types, expression)) {
      if (type === 'missing' || type === 'other') {
        const problem = type === 'missing' ? 'may be null or undefined' : 'is neither a string nor a number'
        return {
          rule: 'argument-type',
          reason: `${expression.getText()} in ${file} ${problem}, which a helper should not take; settle that first.`,
          action: 'review',
        }
      }
      found.add(type)
    }
  }
  if (!found.has('number')) return 'string'
  return found.size === 1 ? 'number' : 'string | number'
}

function wrongType(
  typesOf: () => Types,
  string: TagString,
  { existing, holes, name }: HelperChoice,
): Refusal | null {
  for (const [index, hole] of holes.entries()) {
    const type = existing?.parameters?.[index]?.type
    if (type !== 'string' && type !== 'number') continue
    for (const { own, file } of string.tags) {
      const expression = holesOf(own)[hole]
      const given = expression ? argumentTypes(typesOf(), expression) : new Set()
      const other = [...given].find((one) => one !== type && one !== 'unknown')
      if (!other || !expression) continue
      const reason = `${name} takes a ${type}, which ${expression.getText()} in ${file} may not be; make the helper take it.`
      return { rule: 'argument-type', reason, action: 'review' }
    }
  }
  return null
}
