import { listInvoices } from '@/lib/invoices'
import { requireSession } from '@/lib/session'

export default async function InvoicesPage() {
  const { orgId } = await requireSession()
  const invoices = await listInvoices(orgId)
  return (
    <ul>
      {invoices.map(({ id, number }) => (
        <li key={id}>{number}</li>
      ))}
    </ul>
  )
}
