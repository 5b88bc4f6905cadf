import { publishedInvoices } from '@/lib/invoices'

export async function GET() {
  const invoices = await publishedInvoices()
  return new Response(invoices.map(({ number }) => number).join())
}
