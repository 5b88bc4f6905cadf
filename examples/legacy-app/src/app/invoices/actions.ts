"use server";

import { actionClient, parseId } from "@/lib/action-client";
import { invoiceCache } from "@/lib/cache";
import { store } from "@/lib/db";

export const markPaid = actionClient.input(parseId).action(async ({ input }) => {
  const invoice = store.invoices.get(input.id);
  if (!invoice) throw new Error(`There is no invoice ${input.id}`);
  store.invoices.set(invoice.id, { ...invoice, status: "paid" });
  invoiceCache.revalidate(invoice.id);
  return { id: invoice.id };
});

export const sendInvoice = actionClient.input(parseId).action(async ({ input }) => {
  const invoice = store.invoices.get(input.id);
  if (invoice?.status !== "draft") throw new Error("Only a draft can be sent");
  store.invoices.set(invoice.id, { ...invoice, status: "sent" });
  invoiceCache.revalidate(invoice.id);
  return { id: invoice.id };
});
