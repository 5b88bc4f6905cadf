/** Tags of invoices, used by those who read and by those who write. */
export const invoiceTags = {
  all: () => 'invoices',
  list: (orgId: string) => `invoices-${orgId}`,
  record: (orgId: string, id: string) => `invoice-${orgId}-${id}`,
}
