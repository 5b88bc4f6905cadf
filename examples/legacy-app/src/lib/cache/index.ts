export * from "./invoices";
export { customerTags, revalidateCustomer } from "./customers";
export { paymentTags, revalidatePayments } from "./payments";
export { revalidateArchive } from "./archive";
