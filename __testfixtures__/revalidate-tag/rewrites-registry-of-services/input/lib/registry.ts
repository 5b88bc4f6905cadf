import { links, users } from './caches'

export const caches = { links, users }
