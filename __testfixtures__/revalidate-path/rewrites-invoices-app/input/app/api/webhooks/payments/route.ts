import { revalidatePath } from 'next/cache'
import { NextResponse } from 'next/server'

interface Payment {
  orgId: string
  invoiceId: string
}

export async function POST(request: Request) {
  const { orgId, invoiceId } = (await request.json()) as Payment
  await fetch(`https://invoices.example/orgs/${orgId}/paid/${invoiceId}`, { method: 'POST' })
  revalidatePath('/invoices')
  revalidatePath(`/invoices/${invoiceId}`)
  return NextResponse.json({ ok: true })
}
