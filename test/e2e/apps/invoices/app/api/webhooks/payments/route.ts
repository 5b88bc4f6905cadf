import { revalidatePath } from 'next/cache'
import { writeInvoice } from '@/lib/store'

interface Payment {
  orgId: string
  id: string
  total: string
}

export async function POST(request: Request): Promise<Response> {
  const { orgId, id, total } = (await request.json()) as Payment
  await writeInvoice(orgId, id, total)
  revalidatePath('/invoices')
  revalidatePath(`/invoices/${id}`)
  return Response.json({ received: true })
}
