"use server";

import { unstable_expireTag as expireTag } from "next/cache";
import { store } from "@/lib/db";

export async function saveCompany(form: FormData) {
  store.company = {
    name: String(form.get("name")),
    currency: String(form.get("currency")).toUpperCase(),
    footer: String(form.get("footer")),
  };
  // Amounts are shown in the company's currency, so the invoices change too.
  expireTag("company", "invoices");
}
