export { links } from './links'
export { users } from './users'
