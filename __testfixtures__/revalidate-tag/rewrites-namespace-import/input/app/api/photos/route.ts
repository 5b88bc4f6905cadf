import * as nextCache from 'next/cache';

export async function POST() {
  nextCache.revalidateTag('photos');
  return new Response();
}
