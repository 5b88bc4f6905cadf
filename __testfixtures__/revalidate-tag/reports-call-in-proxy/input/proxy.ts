import { revalidateTag } from 'next/cache'
import { NextResponse, type NextRequest } from 'next/server'
import { expireSession } from './lib/session'

export function proxy(request: NextRequest) {
  if (request.nextUrl.searchParams.has('fresh')) revalidateTag('home')
  expireSession('s1')
  return NextResponse.next()
}
