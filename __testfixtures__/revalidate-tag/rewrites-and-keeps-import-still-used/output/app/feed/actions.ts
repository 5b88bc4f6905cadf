'use server';

import {
  revalidatePath,
  revalidateTag,
  updateTag,
} from 'next/cache';

export async function like(id: string) {
  updateTag(`post-${id}`);
  revalidateTag('feed', 'max');
  revalidatePath('/feed');
}
