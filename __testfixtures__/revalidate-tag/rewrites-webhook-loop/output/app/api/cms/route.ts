import { revalidateTag } from 'next/cache';
import { NextResponse, type NextRequest } from 'next/server';

const TAGS: Record<string, string[]> = {
  post: ['posts', 'sitemap', 'rss'],
  author: ['authors'],
};

export async function POST(req: NextRequest) {
  if (req.headers.get('x-secret') !== process.env.CMS_SECRET) {
    return NextResponse.json({ ok: false }, { status: 401 });
  }
  const { type } = await req.json();
  for (const tag of TAGS[type] ?? []) {
    revalidateTag(tag, 'max');
  }
  return NextResponse.json({ ok: true });
}
