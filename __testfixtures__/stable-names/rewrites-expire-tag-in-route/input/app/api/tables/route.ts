import { unstable_expirePath, unstable_expireTag } from 'next/cache';

export async function POST() {
  unstable_expirePath('/tables', 'page');
  unstable_expireTag('tables');
  return new Response();
}
