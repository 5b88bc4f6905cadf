import { revalidateTag } from "next/cache";

export const customerTags = {
  list: () => "customers",
  record: (id: string) => `customer-${id}`,
};

export function revalidateCustomer(id: string) {
  revalidateTag(customerTags.list());
  revalidateTag(customerTags.record(id));
}
