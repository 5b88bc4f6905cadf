import { invoiceCache, revalidatePayments } from "@/lib/cache";
import { newId, store } from "@/lib/db";

type PaymentEvent = { type: string; invoiceId: string; amount: number };

export async function POST(request: Request) {
  if (request.headers.get("x-webhook-secret") !== process.env.PAYMENTS_SECRET) {
    return new Response("Unknown sender", { status: 401 });
  }
  const event: PaymentEvent = await request.json();
  const invoice = store.invoices.get(event.invoiceId);
  if (event.type !== "payment.received" || !invoice) {
    return Response.json({ ignored: true });
  }
  store.payments.push({ id: newId("p"), invoiceId: invoice.id, amount: event.amount });
  store.invoices.set(invoice.id, { ...invoice, status: "paid" });
  revalidatePayments();
  invoiceCache.revalidate(invoice.id);
  return Response.json({ received: true });
}
