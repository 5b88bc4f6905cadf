import { revalidateTag } from 'next/cache'

export async function register() {
  revalidateTag('flags', 'max')
}
