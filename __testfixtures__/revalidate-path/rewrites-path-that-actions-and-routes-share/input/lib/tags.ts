export const postTags = {
  list: () => 'posts',
  record: (slug: string) => `post-${slug}`,
}
