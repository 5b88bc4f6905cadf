'use server'

import { revalidateTag } from 'next/dist/server/web/spec-extension/revalidate'

export async function save() {
  revalidateTag('orders')
}
