export * from './posts'
export { postTags } from './tags'
