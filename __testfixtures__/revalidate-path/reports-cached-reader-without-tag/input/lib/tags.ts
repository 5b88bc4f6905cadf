export const postTags = {
  list: () => 'posts',
}
