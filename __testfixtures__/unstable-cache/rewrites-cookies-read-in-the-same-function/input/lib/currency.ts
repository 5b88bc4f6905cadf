import { unstable_cache } from 'next/cache'
import { cookies } from 'next/headers'

export async function getRates() {
  const store = await cookies()
  // Visitors choose their currency in the footer.
  const currency = store.get('currency')?.value ?? 'EUR'
  const rates = await unstable_cache(
    async () => {
      const response = await fetch(`https://rates.example/latest?base=${currency}`)
      return (await response.json()) as Record<string, number>
    },
    ['rates', currency],
    { revalidate: 3600, tags: ['rates', `rates-${currency}`] },
  )()
  return { currency, rates }
}
