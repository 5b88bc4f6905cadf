import Link from 'next/link'
import { listInvoices, textOf } from '@/lib/invoices'
import { currentOrg } from '@/lib/session'

export default async function InvoicesPage() {
  const orgId = await currentOrg()
  const invoices = await listInvoices(orgId)
  return (
    <main>
      <h1>Invoices</h1>
      <output>{textOf(invoices)}</output>
      {invoices.map(({ id }) => (
        <Link key={id} href={`/invoices/${id}`}>{`Invoice ${id}`}</Link>
      ))}
    </main>
  )
}
