import { unstable_cache } from 'next/cache'
import { wrap } from './convert'

async function price(id: string): Promise<number>
async function price(id: string, currency: 'EUR' | 'USD'): Promise<string>
async function price(id: string, currency?: string): Promise<number | string> {
  return currency ? `${id} ${currency}` : id.length
}

export const getPrice = unstable_cache(price, ['price'])
export const getWrapped = unstable_cache(wrap, ['wrap'])
