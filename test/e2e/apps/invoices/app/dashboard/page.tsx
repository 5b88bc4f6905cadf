import { latestInvoices, textOf } from '@/lib/invoices'
import { currentOrg } from '@/lib/session'

/** The same invoices, from an entry of its own. No path call knows that they stand here. */
export default async function DashboardPage() {
  const orgId = await currentOrg()
  return (
    <main>
      <h1>Dashboard</h1>
      <output>{textOf(await latestInvoices(orgId))}</output>
    </main>
  )
}
