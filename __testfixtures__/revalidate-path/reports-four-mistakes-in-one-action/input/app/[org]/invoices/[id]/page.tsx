import { getInvoice } from '../../../../lib/invoices'

interface Props {
  params: Promise<{ org: string; id: string }>
}

export default async function InvoicePage({ params }: Props) {
  const { org, id } = await params
  return <p>{await getInvoice(org, id)}</p>
}
