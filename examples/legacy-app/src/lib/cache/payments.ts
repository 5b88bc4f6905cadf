import { revalidateTag } from "next/cache";

export const paymentTags = {
  list: () => "payments",
};

export const revalidatePayments = () => revalidateTag(paymentTags.list());
