import { revalidateTag } from 'next/cache';
import { NextResponse, type NextRequest } from 'next/server';

export async function revalidate(req: NextRequest): Promise<NextResponse> {
  const topic = req.headers.get('x-topic') ?? 'unknown';
  const secret = req.nextUrl.searchParams.get('secret');

  if (secret !== process.env.SHOP_SECRET) return NextResponse.json({ status: 401 });

  if (topic.startsWith('collections/')) {
    revalidateTag('collections');
  }
  if (topic.startsWith('products/')) {
    revalidateTag('products');
  }
  return NextResponse.json({ status: 200, now: Date.now() });
}
