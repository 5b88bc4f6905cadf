'use server';

import { revalidateAllKeys } from './cache';

export const syncPhotos = async () => revalidateAllKeys();
