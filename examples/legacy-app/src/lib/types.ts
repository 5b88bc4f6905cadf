export type Customer = {
  id: string;
  name: string;
  email: string;
};

export type InvoiceStatus = "draft" | "sent" | "paid" | "overdue";

export type Invoice = {
  id: string;
  customerId: string;
  /** In cents. */
  amount: number;
  /** ISO date, e.g. 2025-09-30. */
  dueOn: string;
  status: InvoiceStatus;
};

export type Payment = {
  id: string;
  invoiceId: string;
  amount: number;
};

export type Company = {
  name: string;
  currency: string;
  footer: string;
};
