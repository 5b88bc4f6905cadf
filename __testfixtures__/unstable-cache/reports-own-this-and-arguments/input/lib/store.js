import { unstable_cache } from 'next/cache'

export const store = {
  base: 'https://store.example',
  load: unstable_cache(function () {
    return fetch(this.base).then((response) => response.text())
  }, ['load']),
}

export const first = unstable_cache(async function () {
  return arguments[0]
}, ['first'])

export const pages = unstable_cache(async function* () {
  yield 1
}, ['pages'])

export class Store {
  constructor(base) {
    this.base = base
  }

  async get(id) {
    return unstable_cache(async () => ({ id, base: this.base }), ['get', id])()
  }

  list = unstable_cache(async () => [this.base], ['list'])
}
