import * as invoiceCache from '../../../lib/invoice-cache'

export async function GET() {
  return Response.json({ tag: invoiceCache.tag('1') })
}
