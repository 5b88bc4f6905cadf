import { revalidateTag } from "next/cache";
import { formatMoney } from "@/lib/money";
import { getCompany, getPayments, getRates } from "@/lib/queries";

type Props = { searchParams: Promise<{ refresh?: string }> };

export default async function ReportsPage({ searchParams }: Props) {
  const { refresh } = await searchParams;
  if (refresh) {
    revalidateTag("payments");
  }
  const [company, payments, rates] = await Promise.all([getCompany(), getPayments(), getRates()]);
  const total = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const rate = rates[company.currency] ?? 1;
  return (
    <p>
      Received so far: {formatMoney(total * rate, company.currency)}.{" "}
      <a href="/reports?refresh=1">Refresh</a>
    </p>
  );
}
