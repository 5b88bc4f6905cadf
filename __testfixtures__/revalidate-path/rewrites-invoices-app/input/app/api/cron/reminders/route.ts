import { revalidatePath } from 'next/cache'
import { remindOverdue } from '@/lib/invoices-api'

export async function GET() {
  for (const { orgId, id } of await remindOverdue()) {
    revalidatePath(`/invoices/${id}`)
    console.info(`reminded ${orgId}`)
  }
  revalidatePath('/dashboard')
  return new Response('ok')
}
