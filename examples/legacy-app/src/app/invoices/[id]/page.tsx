import { notFound } from "next/navigation";
import { formatMoney } from "@/lib/money";
import { getCompany, getInvoice } from "@/lib/queries";
import { MarkPaidButton } from "./mark-paid-button";

export default async function InvoicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [company, invoice] = await Promise.all([getCompany(), getInvoice(id)]);
  if (!invoice) notFound();
  return (
    <>
      <h1>Invoice {invoice.id}</h1>
      <p>
        {formatMoney(invoice.amount, company.currency)}, due on {invoice.dueOn}, {invoice.status}
      </p>
      {invoice.status === "paid" ? null : <MarkPaidButton id={invoice.id} />}
    </>
  );
}
