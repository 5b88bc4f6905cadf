import { cookies } from 'next/headers'

export default async function OrdersPage() {
  const user = (await cookies()).get('user')?.value
  const response = await fetch(`https://shop.example/orders/${user}`, { cache: 'no-store' })
  const orders: string[] = await response.json()
  return <p>{orders.length} orders</p>
}
