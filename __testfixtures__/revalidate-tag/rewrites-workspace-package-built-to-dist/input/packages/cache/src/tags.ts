export const productTag = (id: string) => `product:${id}`
