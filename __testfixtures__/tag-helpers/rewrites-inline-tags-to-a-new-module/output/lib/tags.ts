/** Tags of cached data. What reads it and what invalidates it call the same helper. */
export const invoiceTags = {
  all: () => 'invoices',
  list: (orgId: string) => `invoices-${orgId}`,
  record: (id: string) => `invoice-${id}`,
  template: (name: string) => `invoice-template-${name}`,
}
