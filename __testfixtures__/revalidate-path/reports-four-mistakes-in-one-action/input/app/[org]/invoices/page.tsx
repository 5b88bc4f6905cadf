import { listInvoices } from '../../../lib/invoices'

export default async function InvoicesPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params
  return <p>{(await listInvoices(org)).length} invoices</p>
}
