import { cookies } from 'next/headers'
import { getCart, getHints } from '../../lib/shop'

export default async function Page() {
  const session = (await cookies()).get('session')?.value ?? ''
  const [cart, hints] = await Promise.all([getCart(session), getHints(session)])
  return (
    <p>
      {cart} {hints}
    </p>
  )
}
