/** Tags of posts. */
export const postTags = {
  list: () => 'posts',
};

export const userTags = {
  record: (id: string) => `user:${id}`,
};
