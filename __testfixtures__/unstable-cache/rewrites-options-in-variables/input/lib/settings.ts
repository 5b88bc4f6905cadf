export const HOUR = 60 * 60
export const FOREVER = false
export const newsOptions = { revalidate: 5 * HOUR, tags: ['news'] }
