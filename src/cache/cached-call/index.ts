export { readCachedCall, standsIn } from './read.js'
export type { CachedCall, Callback, Position, Setting, Wrapper } from './types.js'
export { pathText, type Use, usesOf } from './uses.js'
export { type FoundWrapper, wrapperCalls, wrapperOf } from './wrappers.js'
