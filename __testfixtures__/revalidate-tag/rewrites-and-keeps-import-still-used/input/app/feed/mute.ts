'use server';

import { revalidateTag, updateTag } from 'next/cache';

export async function mute(id: string) {
  updateTag(`user-${id}`);
  revalidateTag('muted');
}
