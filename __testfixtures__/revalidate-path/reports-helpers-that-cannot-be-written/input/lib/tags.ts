export const authorTags = {
  list: () => 'authors',
}

export const draftTags = {
  list: (userId: string) => `drafts-${userId}`,
}
