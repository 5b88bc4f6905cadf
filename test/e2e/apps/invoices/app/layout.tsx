import Link from 'next/link'
import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/invoices">Invoices</Link> <Link href="/dashboard">Dashboard</Link>{' '}
          <Link href="/statement">Statement</Link>
        </nav>
        {children}
      </body>
    </html>
  )
}
