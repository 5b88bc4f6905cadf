import { revalidateTag } from "next/cache";
import { store } from "@/lib/db";

export async function GET(request: Request) {
  if (request.headers.get("authorization") !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response("Not allowed", { status: 401 });
  }
  const today = new Date().toISOString().slice(0, 10);
  let changed = 0;
  for (const invoice of store.invoices.values()) {
    if (invoice.status === "sent" && invoice.dueOn < today) {
      store.invoices.set(invoice.id, { ...invoice, status: "overdue" });
      changed += 1;
    }
  }
  if (changed > 0) revalidateTag("invoices");
  return Response.json({ changed });
}
