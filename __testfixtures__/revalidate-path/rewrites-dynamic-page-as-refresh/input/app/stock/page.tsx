import { cookies } from 'next/headers'
import { getStock } from '../../lib/stock'

export default async function StockPage() {
  const user = (await cookies()).get('user')?.value
  return (
    <p>
      {user}: {await getStock()}
    </p>
  )
}
