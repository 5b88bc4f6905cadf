import { cacheLife, cacheTag } from 'next/cache'
import { cookies } from 'next/headers'

async function getCachedRates(currency: string) {
  'use cache'
  cacheLife({ revalidate: 3600 })
  cacheTag('rates', `rates-${currency}`)
  const response = await fetch(`https://rates.example/latest?base=${currency}`)
  return (await response.json()) as Record<string, number>
}

export async function getRates() {
  const store = await cookies()
  // Visitors choose their currency in the footer.
  const currency = store.get('currency')?.value ?? 'EUR'
  const rates = await getCachedRates(currency)
  return { currency, rates }
}
