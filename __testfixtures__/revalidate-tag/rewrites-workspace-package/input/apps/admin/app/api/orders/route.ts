import { expireOrder } from '@acme/cache'

export async function PUT(request: Request) {
  expireOrder(await request.text())
  return new Response()
}
