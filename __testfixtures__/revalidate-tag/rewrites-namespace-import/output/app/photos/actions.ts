'use server';

import * as nextCache from 'next/cache';

export async function removePhoto(id: string) {
  nextCache.updateTag(`photo-${id}`);
  nextCache.revalidatePath('/photos');
}
