/** Tags of cached data. What reads it and what invalidates it call the same helper. */
export const planTags = {
  list: () => 'plans',
}
