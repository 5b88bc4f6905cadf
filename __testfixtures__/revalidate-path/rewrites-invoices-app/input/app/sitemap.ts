import type { MetadataRoute } from 'next'
import { publishedInvoices } from '@/lib/invoices'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const invoices = await publishedInvoices()
  return invoices.map(({ id }) => ({ url: `https://app.example/invoices/${id}` }))
}
