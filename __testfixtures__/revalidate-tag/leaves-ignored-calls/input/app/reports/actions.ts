'use server'

import { revalidateTag } from 'next/cache'

export async function rebuild() {
  // retag-ignore revalidate-tag -- waits for the reporting rewrite
  revalidateTag('reports')
}
