export { type ConstantValue, constantOf } from './constants.js'
export { listOf } from './lists.js'
export { isOpen, mayMatch, sameText, showText, textKey, wholeText } from './text.js'
export { textsOf } from './texts.js'
