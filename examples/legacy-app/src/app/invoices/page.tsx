import Link from "next/link";
import { formatMoney } from "@/lib/money";
import { getCompany, getInvoices } from "@/lib/queries";

export default async function InvoicesPage() {
  const [company, invoices] = await Promise.all([getCompany(), getInvoices()]);
  return (
    <>
      <h1>Invoices</h1>
      <ul>
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <Link href={`/invoices/${invoice.id}`}>{invoice.id}</Link>{" "}
            {formatMoney(invoice.amount, company.currency)} {invoice.status}
          </li>
        ))}
      </ul>
      <Link href="/invoices/new">New invoice</Link>
    </>
  );
}
