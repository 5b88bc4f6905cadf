import { revalidateTag } from 'next/cache'

export async function DELETE() {
  const result = revalidateTag('carts', 'max')
  return Response.json({ result })
}
