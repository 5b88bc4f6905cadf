export async function getStock(): Promise<number> {
  'use cache'
  return (await fetch('https://shop.example/stock')).json()
}
