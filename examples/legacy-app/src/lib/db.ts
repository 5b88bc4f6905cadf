import type { Company, Customer, Invoice, Payment } from "./types";

type Store = {
  company: Company;
  customers: Map<string, Customer>;
  invoices: Map<string, Invoice>;
  payments: Payment[];
  rates: Record<string, number>;
};

// Kept on globalThis so that it survives hot reloads, as one does with a database client.
const holder = globalThis as typeof globalThis & { store?: Store };

export const store: Store = (holder.store ??= {
  company: { name: "Hollow Oak Ltd", currency: "EUR", footer: "Payable within 30 days." },
  customers: new Map([
    ["c1", { id: "c1", name: "Ada Byron", email: "ada@example.com" }],
    ["c2", { id: "c2", name: "Grace Murray", email: "grace@example.com" }],
  ]),
  invoices: new Map([
    ["i1", { id: "i1", customerId: "c1", amount: 12_500, dueOn: "2025-09-30", status: "sent" }],
    ["i2", { id: "i2", customerId: "c2", amount: 89_900, dueOn: "2025-10-15", status: "draft" }],
  ]),
  payments: [],
  rates: { EUR: 1, USD: 1.09 },
});

let nextId = 100;

export function newId(prefix: string): string {
  nextId += 1;
  return `${prefix}${nextId}`;
}
