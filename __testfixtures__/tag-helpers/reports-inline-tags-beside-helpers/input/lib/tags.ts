export const POSTS_TAG = 'posts'
export const postTag = (id: string) => `post-${id}`
