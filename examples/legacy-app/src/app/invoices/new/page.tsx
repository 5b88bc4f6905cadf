import { revalidateTag } from "next/cache";
import { redirect } from "next/navigation";
import { newId, store } from "@/lib/db";
import { parseMoney } from "@/lib/money";
import { getCustomers } from "@/lib/queries";

export default async function NewInvoicePage() {
  const customers = await getCustomers();

  async function createInvoice(form: FormData) {
    "use server";
    const id = newId("i");
    store.invoices.set(id, {
      id,
      customerId: String(form.get("customer")),
      amount: parseMoney(String(form.get("amount"))),
      dueOn: String(form.get("dueOn")),
      status: "draft",
    });
    revalidateTag("invoices");
    redirect(`/invoices/${id}`);
  }

  return (
    <form action={createInvoice}>
      <select name="customer">
        {customers.map((customer) => (
          <option key={customer.id} value={customer.id}>
            {customer.name}
          </option>
        ))}
      </select>
      <input name="amount" inputMode="decimal" required />
      <input name="dueOn" type="date" required />
      <button type="submit">Create</button>
    </form>
  );
}
