export { PostsPage } from './ui/posts-page'
