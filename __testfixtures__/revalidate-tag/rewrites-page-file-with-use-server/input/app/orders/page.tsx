'use server'

import { revalidateTag } from 'next/cache'

export async function pay() {
  revalidateTag('orders')
}

export default async function Page() {
  return (
    <form action={pay}>
      <button>Pay</button>
    </form>
  )
}
