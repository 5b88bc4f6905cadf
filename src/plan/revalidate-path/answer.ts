import type { CallSite } from '../../cache/call-sites.js'
import { namesAt } from '../../cache/origin/names.js'
import type { Verdict } from '../decision.js'
import type { Choice } from '../invalidation.js'
import type { HelperCall } from './helpers.js'
import type { World } from './world.js'

/** What a person said about one `revalidatePath`, beyond what can be proven. */
export interface PathAnswer {
  /** File of the page that the path means. */
  page: string | null
  /** True where the tag is meant although its name is about something else. */
  isTagMeant: boolean
  /** Texts of arguments, by {@link argumentName}. */
  arguments: ReadonlyMap<string, string>
  /** The form of the calls. */
  form: Choice | null
}

export const noAnswer: PathAnswer = { page: null, isTagMeant: false, arguments: new Map(), form: null }

/** What a person could say, so that more can be decided. */
export type OpenQuestion =
  | { kind: 'page'; pages: { file: string; pattern: string }[] }
  | { kind: 'entity' }
  | { kind: 'argument'; name: string; parameter: string; helper: string }

/** A verdict that a person could change, with the question. */
export type OpenVerdict = Verdict & { open?: OpenQuestion }

/** `taskTags.list.teamId`: one parameter of one helper. */
export function argumentName({ name }: HelperCall, parameter: string): string {
  return `${name}.${parameter}`
}

/** The text that a person gave for an argument, with its type; null where its first name is none of the place. */
export function givenArgument(
  { input, types }: World,
  site: CallSite,
  text: string,
): { text: string; type: string | null } | null {
  const [root = '', member, ...deeper] = text.split('.')
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.test(text))
    return null
  const name = namesAt(site.node).find((one) => one.text === root)
  if (!name) return input.graph.model(site.file)?.scopeAt(root, site.node) ? { text, type: null } : null
  if (deeper.length > 0) return { text, type: null }
  return { text, type: member === undefined ? types.value(name).text : types.property(name, member) }
}

const longestOffer = 6

/** What an argument may be: values in scope, those first that have a property of the parameter's name. */
export function argumentOffers({ types }: World, site: CallSite, parameter: string): string[] {
  const names = namesAt(site.node)
  const members = names
    .filter((name) => isText(types.property(name, parameter)))
    .map((name) => `${name.text}.${parameter}`)
  const ids = names.filter((name) => isText(types.property(name, 'id'))).map((name) => `${name.text}.id`)
  const values = names.filter((name) => isText(types.value(name).text)).map(({ text }) => text)
  const unknown = names.filter((name) => types.value(name).text === null).map(({ text }) => text)
  return [...new Set([...members, ...values, ...ids, ...unknown])].slice(0, longestOffer)
}

function isText(type: string | null): boolean {
  return type !== null && /^(?:string|number)$/.test(type)
}
