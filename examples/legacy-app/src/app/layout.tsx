import Link from "next/link";
import type { ReactNode } from "react";
import { getCompany } from "@/lib/queries";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const company = await getCompany();
  return (
    <html lang="en">
      <body>
        <header>
          <strong>{company.name}</strong>
          <nav>
            <Link href="/invoices">Invoices</Link> <Link href="/customers">Customers</Link>{" "}
            <Link href="/reports">Reports</Link> <Link href="/settings">Settings</Link>
          </nav>
        </header>
        <main>{children}</main>
        <footer>{company.footer}</footer>
      </body>
    </html>
  );
}
