import { revalidateTag } from 'next/cache'

export async function POST(request: Request) {
  const { ids } = (await request.json()) as { ids: string[] }
  for (const id of ids) revalidateTag(`invoice-${id}`, 'max')
  revalidateTag('invoices', 'max')
  return Response.json({ done: ids.length })
}
