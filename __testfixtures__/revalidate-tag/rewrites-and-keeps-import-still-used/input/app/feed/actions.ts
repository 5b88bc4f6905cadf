'use server';

import {
  revalidatePath,
  revalidateTag,
} from 'next/cache';

export async function like(id: string) {
  revalidateTag(`post-${id}`);
  revalidateTag('feed', 'max');
  revalidatePath('/feed');
}
