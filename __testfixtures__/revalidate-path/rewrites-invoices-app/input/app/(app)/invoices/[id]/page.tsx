import { getInvoice } from '@/lib/invoices'
import { requireSession } from '@/lib/session'
import { reopenInvoice, updateInvoice } from '../actions'

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { orgId } = await requireSession()
  const invoice = await getInvoice(orgId, id)
  return (
    <>
      <form action={updateInvoice.bind(null, id)}>
        <input name="total" defaultValue={invoice.total} />
      </form>
      <form action={reopenInvoice.bind(null, invoice)}>
        <button type="submit">Open again</button>
      </form>
    </>
  )
}
