"use server";

import { revalidateTag } from "next/cache";
import { revalidateCustomer } from "@/lib/cache";
import { newId, store } from "@/lib/db";

export async function createCustomer(form: FormData) {
  const id = newId("c");
  store.customers.set(id, {
    id,
    name: String(form.get("name")),
    email: String(form.get("email")),
  });
  revalidateTag("customers");
}

export async function renameCustomer(id: string, form: FormData) {
  const customer = store.customers.get(id);
  if (!customer) return;
  store.customers.set(id, { ...customer, name: String(form.get("name")) });
  revalidateCustomer(id);
}
