export interface Invoice {
  id: string
  orgId: string
  total: number
}

const invoices = new Map<string, Invoice>()

export async function allOf(orgId: string): Promise<Invoice[]> {
  return [...invoices.values()].filter((invoice) => invoice.orgId === orgId)
}

export async function byId(id: string): Promise<Invoice | undefined> {
  return invoices.get(id)
}

export async function save(invoice: Invoice): Promise<void> {
  invoices.set(invoice.id, invoice)
}
