import { revalidateTag } from 'next/cache'
import { invoiceTags } from '@/lib/tags'

export async function POST(request: Request) {
  const { ids } = (await request.json()) as { ids: string[] }
  for (const id of ids) revalidateTag(invoiceTags.record(id), 'max')
  revalidateTag(invoiceTags.all(), 'max')
  return Response.json({ done: ids.length })
}
