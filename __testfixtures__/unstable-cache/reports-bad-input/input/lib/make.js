export const makeOptions = () => ({ revalidate: Date.now() % 60 })
export const makeLoader = (name) => async () => name
export const settings = { revalidate: process.env.REVALIDATE }
