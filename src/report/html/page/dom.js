import { codePointName, hasHidden, plainText, splitHidden } from './visible.js'

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} Attributes */

/**
 * An element. Strings become text nodes, never markup; attributes are set one by one, listeners are named `onclick`.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes | null} [attributes] null, undefined and false are left out, true is an empty value
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function el(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, plainText(String(value)))
    }
  }
  append(element, children.flat())
  return element
}

/** @param {Node} parent @param {Child[]} children */
export function append(parent, children) {
  for (const child of children) {
    if (typeof child === 'string') parent.appendChild(textOf(child))
    else if (child) parent.appendChild(child)
  }
}

/** @param {Element} parent @param {...Child} children */
export function replace(parent, ...children) {
  parent.replaceChildren()
  append(parent, children)
}

/** Text in which hidden characters are shown by their number. @param {string} text @returns {Node} */
export function textOf(text) {
  if (!hasHidden(text)) return document.createTextNode(text)
  const fragment = document.createDocumentFragment()
  splitHidden(text).forEach((part, index) => {
    if (part === '') return
    if (index % 2 === 0 || part === '\t' || part === '\n') {
      fragment.appendChild(document.createTextNode(part))
      return
    }
    const mark = document.createElement('span')
    mark.className = 'hidden-character'
    mark.textContent = codePointName(part)
    fragment.appendChild(mark)
  })
  return fragment
}

const codePieces =
  /(`[^`]{1,50}`|[\w.]+\([^()]{1,40}\)|\{ [^{}]{1,40} \}|\b(?:updateTag|revalidateTag|revalidatePath|unstable_\w+)\b)/

/** A sentence, with the short pieces of code in it set as code. @param {string} text @returns {Node[]} */
export function prose(text) {
  return text
    .split(codePieces)
    .map((part, index) =>
      index % 2 === 0 ? textOf(part) : el('code', null, part.startsWith('`') ? part.slice(1, -1) : part),
    )
}

/** `1 place`, `3 places`. @param {number} number @param {string} noun */
export function counted(number, noun) {
  return `${number.toLocaleString('en-US')} ${number === 1 ? noun : `${noun}s`}`
}

/** Cuts a path before its last part, so that a long one may break there. @param {string} path */
export function pathNodes(path) {
  const cut = path.lastIndexOf('/') + 1
  return [el('span', { class: 'folder' }, path.slice(0, cut)), el('span', { class: 'name' }, path.slice(cut))]
}
