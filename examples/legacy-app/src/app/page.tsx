import { formatMoney } from "@/lib/money";
import { getCompany, getInvoices } from "@/lib/queries";

export default async function DashboardPage() {
  const [company, invoices] = await Promise.all([getCompany(), getInvoices()]);
  const open = invoices.filter((invoice) => invoice.status !== "paid");
  const total = open.reduce((sum, invoice) => sum + invoice.amount, 0);
  return (
    <p>
      {open.length} open invoices, {formatMoney(total, company.currency)} to come.
    </p>
  );
}
