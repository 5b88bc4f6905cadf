import * as nextCache from 'next/cache';

export async function POST() {
  nextCache.revalidateTag('photos', 'max');
  return new Response();
}
