'use server';

import * as nextCache from 'next/cache';

export async function removePhoto(id: string) {
  nextCache.revalidateTag(`photo-${id}`);
  nextCache.revalidatePath('/photos');
}
