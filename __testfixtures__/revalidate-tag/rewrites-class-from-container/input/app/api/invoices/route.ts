import { resolve } from '../../../lib/container'
import type { InvoiceService } from '../../../lib/invoice-service'

export async function DELETE(request: Request) {
  await resolve<InvoiceService>('invoices').archive(await request.text())
  return new Response()
}
