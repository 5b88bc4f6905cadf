import { expireProduct } from '@acme/cache'

export async function PUT(request: Request) {
  expireProduct(await request.text())
  return new Response()
}
