import { revalidateTag } from 'next/cache'
import { NextResponse } from 'next/server'
import { invoiceTags } from '@/lib/tags'

interface Payment {
  orgId: string
  invoiceId: string
}

export async function POST(request: Request) {
  const { orgId, invoiceId } = (await request.json()) as Payment
  await fetch(`https://invoices.example/orgs/${orgId}/paid/${invoiceId}`, { method: 'POST' })
  revalidateTag(invoiceTags.list(orgId), 'max')
  revalidateTag(invoiceTags.record(orgId, invoiceId), 'max')
  return NextResponse.json({ ok: true })
}
