import { unstable_cache } from "next/cache";
import { customerTags, invoiceCache, paymentTags } from "./cache";
import { store } from "./db";

export const getInvoices = unstable_cache(
  async () => [...store.invoices.values()],
  ["invoices"],
  { tags: [invoiceCache.tag.list()] },
);

export function getInvoice(id: string) {
  return unstable_cache(async () => store.invoices.get(id) ?? null, ["invoice", id], {
    tags: [invoiceCache.tag.record(id)],
  })();
}

export const getCustomers = unstable_cache(
  async () => [...store.customers.values()],
  ["customers"],
  { tags: [customerTags.list()] },
);

export const getPayments = unstable_cache(async () => store.payments, ["payments"], {
  tags: [paymentTags.list()],
});

export const getCompany = unstable_cache(async () => store.company, ["company"], {
  tags: ["company"],
});

export const getRates = unstable_cache(async () => store.rates, ["exchange-rates"], {
  tags: ["exchange-rates"],
  revalidate: 3600,
});
