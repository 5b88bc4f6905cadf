export async function DELETE(request: Request) {
  const expire = await import('../../../lib/expire')
  expire.expireCart(await request.text())
  return new Response()
}
