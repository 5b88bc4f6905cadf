/**
 * Keys for the whole page; they rest while somebody types.
 *
 * @param {Record<string, () => void>} actions by key
 */
export function listenForKeys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const { target } = event
    const typing = target instanceof HTMLInputElement && target.type === 'search'
    if (typing && event.key === 'Escape') target.blur()
    if (typing || document.querySelector('dialog[open]')) return
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (!action) return
    event.preventDefault()
    action()
  })
}
