import { updateTag } from 'next/cache'
import type { ReactNode } from 'react'
import { AdminBar } from './admin-bar'

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html>
      <body>
        <AdminBar
          onClear={async () => {
            'use server'
            updateTag('photos')
          }}
        />
        {children}
      </body>
    </html>
  )
}
