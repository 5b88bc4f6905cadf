import { waitUntil } from '@vercel/functions'
import { revalidateTag } from 'next/cache'
import { after } from 'next/server'

async function expireAll() {
  revalidateTag('battles', 'max')
}

export async function POST(request: Request) {
  const { id } = await request.json()
  after(async () => revalidateTag(`battle-${id}`, 'max'))
  waitUntil(expireAll())
  return Response.json({ id })
}
