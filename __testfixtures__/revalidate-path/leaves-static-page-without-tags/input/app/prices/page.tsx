export default async function PricesPage() {
  const response = await fetch('https://shop.example/prices')
  const prices: string[] = await response.json()
  return <p>{prices.length} prices</p>
}
