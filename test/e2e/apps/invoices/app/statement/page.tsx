import { getTerms, listInvoices, textOf } from '@/lib/invoices'
import { currentOrg } from '@/lib/session'

/** One of the two reads has no tag: only the path refreshes it. */
export default async function StatementPage() {
  const orgId = await currentOrg()
  const [invoices, terms] = await Promise.all([listInvoices(orgId), getTerms()])
  return (
    <main>
      <h1>Statement</h1>
      <output>{`${textOf(invoices)}; ${terms}`}</output>
    </main>
  )
}
