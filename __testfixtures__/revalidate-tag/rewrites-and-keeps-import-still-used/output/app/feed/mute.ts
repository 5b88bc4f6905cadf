'use server';

import { updateTag } from 'next/cache';

export async function mute(id: string) {
  updateTag(`user-${id}`);
  updateTag('muted');
}
