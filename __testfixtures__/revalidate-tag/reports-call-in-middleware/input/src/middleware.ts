import { revalidateTag } from 'next/cache'
import { NextResponse } from 'next/server'

export default async function middleware() {
  revalidateTag('home')
  return NextResponse.next()
}
