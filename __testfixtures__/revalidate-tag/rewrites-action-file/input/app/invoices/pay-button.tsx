'use client'

import { payInvoice } from './actions'

export function PayButton({ org, id }: { org: string; id: string }) {
  return <button onClick={() => payInvoice(org, id)}>Pay</button>
}
