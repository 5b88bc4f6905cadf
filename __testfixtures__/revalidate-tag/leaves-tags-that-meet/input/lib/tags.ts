export const postTags = {
  record: (id: string) => `post-${id}`,
}
