/**
 * `<` could end the script element or start a comment in it; the rest would pass, but turns text around or hides it in
 * an editor: line separators, direction marks, invisible characters, controls.
 */
const unsafe = /[<\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A value as JSON that may stand within a script element, whatever its strings hold. */
export function islandJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(unsafe, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
