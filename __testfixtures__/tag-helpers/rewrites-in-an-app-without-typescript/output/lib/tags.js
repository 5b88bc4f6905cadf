/** Tags of cached data. What reads it and what invalidates it call the same helper. */
export const productTags = {
  list: () => 'products',
  record: (id) => `product:${id}`,
}
