import { searchInvoices } from '@/lib/invoices'
import { requireSession } from '@/lib/session'

interface Props {
  searchParams: Promise<{ q?: string }>
}

export default async function SearchPage({ searchParams }: Props) {
  const { q = '' } = await searchParams
  const { orgId } = await requireSession()
  const found = await searchInvoices(orgId, q)
  return <p>{found.length} found</p>
}
