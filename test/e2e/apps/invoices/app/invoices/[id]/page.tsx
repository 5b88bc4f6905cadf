import { getInvoice, textOf } from '@/lib/invoices'
import { currentOrg } from '@/lib/session'
import { saveAndClose, saveInvoice } from '../actions'

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const orgId = await currentOrg()
  const invoice = await getInvoice(orgId, id)
  return (
    <main>
      <h1>{`Invoice ${id}`}</h1>
      <output>{textOf([invoice])}</output>
      <form action={saveInvoice.bind(null, id)}>
        <input name="total" aria-label="Total" />
        <button type="submit">Save</button>
        <button type="submit" formAction={saveAndClose.bind(null, id)}>
          Save and close
        </button>
      </form>
    </main>
  )
}
