export const routes = {
  posts: '/posts',
  post: (slug: string) => `/posts/${slug}`,
} as const

export const POSTS = '/posts'
