export * from 'next/cache'

export const todoTag = (id: string) => `todo:${id}`
