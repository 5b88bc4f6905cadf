export const invoiceTags = {
  list: (orgId: string) => `invoices-${orgId}`,
  record: (orgId: string, id: string) => `invoice-${orgId}-${id}`,
}
