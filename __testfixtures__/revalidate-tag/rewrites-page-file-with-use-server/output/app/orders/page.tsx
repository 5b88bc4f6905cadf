'use server'

import { updateTag } from 'next/cache'

export async function pay() {
  updateTag('orders')
}

export default async function Page() {
  return (
    <form action={pay}>
      <button>Pay</button>
    </form>
  )
}
