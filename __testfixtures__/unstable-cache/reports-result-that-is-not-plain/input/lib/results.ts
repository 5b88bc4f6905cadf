import { unstable_cache } from 'next/cache'

class Money {
  constructor(readonly cents: number) {}
}

export const getPrice = unstable_cache(async (id: string) => ({ id, price: new Money(100) }), ['price'])

export const getLink = unstable_cache(async () => new URL('https://shop.example'), ['link'])

export const getAnswer = unstable_cache(() => fetch('https://shop.example'), ['answer'])

export const getTools = unstable_cache(async () => ({ add: (a: number, b: number) => a + b }), ['tools'])
