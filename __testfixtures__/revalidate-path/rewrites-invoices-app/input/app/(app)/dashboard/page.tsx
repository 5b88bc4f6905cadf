import { listInvoices, sumOutstanding } from '@/lib/invoices'
import { requireSession } from '@/lib/session'

export default async function DashboardPage() {
  const session = await requireSession()
  const [invoices, outstanding] = await Promise.all([
    listInvoices(session.orgId),
    sumOutstanding(session.orgId),
  ])
  return (
    <p>
      {invoices.length} invoices, {outstanding} outstanding
    </p>
  )
}
