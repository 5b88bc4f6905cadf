/** Tags of posts. */
export const postTags = {
  list: () => 'posts',
  record: (slug: string) => `post-${slug}`,
};

export const userTags = {
  record: (id: string) => `user:${id}`,
};

export const commentTags = {
  list: (postId: string) => `comments-${postId}`,
};
