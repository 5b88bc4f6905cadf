import type { Invoice } from './invoices'

const api = 'https://invoices.example'

export async function writeInvoice(orgId: string, id: string, total: number): Promise<void> {
  await fetch(`${api}/orgs/${orgId}/invoices/${id}`, { method: 'PUT', body: String(total) })
}

export async function addInvoice(orgId: string, number: string): Promise<Invoice> {
  const response = await fetch(`${api}/orgs/${orgId}/invoices`, { method: 'POST', body: number })
  return (await response.json()) as Invoice
}

export async function remindOverdue(): Promise<Invoice[]> {
  const response = await fetch(`${api}/reminders`, { method: 'POST' })
  return (await response.json()) as Invoice[]
}
