export { PostsPage as default } from '../../src/pages/posts'
