import { revalidateTag } from "next/cache";

export const invoiceCache = {
  tag: {
    list() {
      return "invoices";
    },
    record(id: string) {
      return `invoice-${id}`;
    },
  },
  revalidate(id?: string) {
    revalidateTag(this.tag.list());
    if (id) {
      revalidateTag(this.tag.record(id));
    }
  },
};
