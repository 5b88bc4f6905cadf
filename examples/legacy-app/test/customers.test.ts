import { revalidateTag } from "next/cache";
import { beforeEach, expect, test, vi } from "vitest";
import { createCustomer, renameCustomer } from "@/app/customers/actions";
import { store } from "@/lib/db";

vi.mock("next/cache", () => ({
  revalidateTag: vi.fn(),
}));

beforeEach(() => {
  vi.clearAllMocks();
});

test("a new customer shows up in the list", async () => {
  const form = new FormData();
  form.set("name", "Joan Clarke");
  form.set("email", "joan@example.com");
  await createCustomer(form);
  expect([...store.customers.values()].map((customer) => customer.name)).toContain("Joan Clarke");
  expect(revalidateTag).toHaveBeenCalledWith("customers");
});

test("renaming refreshes the list and the record", async () => {
  const form = new FormData();
  form.set("name", "Ada Lovelace");
  await renameCustomer("c1", form);
  expect(revalidateTag).toHaveBeenCalledTimes(2);
  expect(revalidateTag).toHaveBeenCalledWith("customer-c1");
});
