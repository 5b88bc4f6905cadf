/**
 * What a person ticked off, and what they chose. Kept in the browser where it allows that (from disk too), else until
 * the page is closed.
 */
export function openStore() {
  /** @type {Map<string, string>} */
  const memory = new Map()
  const lasting = storage()
  return {
    lasts: lasting !== null,
    /** @param {string} key @returns {string | null} */
    get(key) {
      return lasting?.getItem(`retag:${key}`) ?? memory.get(key) ?? null
    },
    /** @param {string} key @param {string} value */
    set(key, value) {
      memory.set(key, value)
      attempt(() => lasting?.setItem(`retag:${key}`, value))
    },
  }
}

/** @returns {Storage | null} null where the browser forbids it or there is no room */
function storage() {
  return (
    attempt(() => {
      const probe = 'retag:probe'
      localStorage.setItem(probe, '1')
      localStorage.removeItem(probe)
      return localStorage
    }) ?? null
  )
}

/** @template T @param {() => T} action @returns {T | undefined} undefined where the browser refuses */
function attempt(action) {
  try {
    return action()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/**
 * The decisions that are ticked off, by their index in the plan.
 *
 * @param {ReturnType<typeof openStore>} store
 * @param {string} key names the plan
 * @param {number} length how many decisions there are
 */
export function openTicks(store, key, length) {
  const stored = store.get(`ticks:${key}`) ?? ''
  const ticked = new Set(
    stored
      .split(' ')
      .filter(Boolean)
      .map(Number)
      .filter((index) => index < length),
  )
  /** @type {(() => void)[]} */
  const listeners = []
  return {
    /** @param {number} index */
    has: (index) => ticked.has(index),
    /** @param {() => void} listener */
    onChange: (listener) => void listeners.push(listener),
    /** @param {Iterable<number>} indexes @param {boolean} on */
    set(indexes, on) {
      for (const index of indexes) {
        if (on) ticked.add(index)
        else ticked.delete(index)
      }
      store.set(`ticks:${key}`, [...ticked].sort((a, b) => a - b).join(' '))
      for (const listener of listeners) listener()
    },
  }
}
