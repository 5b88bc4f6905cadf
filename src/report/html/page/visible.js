// Characters that show nothing, turn text around or pass for others: code must look like what it is.
const hidden =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0d]|[\u{e0100}-\u{e01ef}]/u
const hiddenOnes = new RegExp(`(${hidden.source})`, 'u')

/** @param {string} text */
export function hasHidden(text) {
  return hidden.test(text)
}

/**
 * Text in pieces: every second one is a single hidden character.
 *
 * @param {string} text
 */
export function splitHidden(text) {
  return text.split(hiddenOnes)
}

/** @param {string} character such as the right-to-left override @returns {string} `U+202E` */
export function codePointName(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text for an attribute or the title, which have no elements. @param {string} text */
export function plainText(text) {
  return splitHidden(text)
    .map((part, index) => (index % 2 === 1 ? `<${codePointName(part)}>` : part))
    .join('')
}
