import { revalidatePath, revalidateTag } from 'next/cache'
import { remindOverdue } from '@/lib/invoices-api'
import { invoiceTags } from '@/lib/tags'

export async function GET() {
  for (const { orgId, id } of await remindOverdue()) {
    revalidateTag(invoiceTags.record(orgId, id), 'max')
    console.info(`reminded ${orgId}`)
  }
  revalidatePath('/dashboard')
  return new Response('ok')
}
