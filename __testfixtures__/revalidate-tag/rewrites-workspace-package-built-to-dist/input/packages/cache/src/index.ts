export { expireProduct } from './expire.js'
