import { revalidatePath, revalidateTag } from 'next/cache';

export async function POST() {
  revalidatePath('/tables', 'page');
  revalidateTag('tables', 'max');
  return new Response();
}
