import { refresh, updateTag } from 'next/cache'

export async function POST() {
  updateTag('feed')
  refresh()
  return new Response()
}
