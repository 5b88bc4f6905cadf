'use server'

import { revalidateTag } from 'next/cache'
import { NextResponse, type NextRequest } from 'next/server'

export async function POST(req: NextRequest) {
  revalidateTag(req.nextUrl.searchParams.get('tag')!, 'max')
  return NextResponse.json({ revalidated: true })
}
