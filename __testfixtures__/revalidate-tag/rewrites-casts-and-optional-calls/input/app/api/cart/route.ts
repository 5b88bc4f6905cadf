import { revalidateTag } from 'next/cache'

export async function DELETE() {
  const result = (revalidateTag as any)('carts')
  return Response.json({ result })
}
