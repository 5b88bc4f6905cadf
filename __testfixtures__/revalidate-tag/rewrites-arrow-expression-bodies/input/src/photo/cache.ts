import { revalidateTag } from 'next/cache';

const KEY_PHOTOS = 'photos';
const KEY_TAGS = 'tags';

export const revalidatePhotosKey = () => revalidateTag(KEY_PHOTOS);

const revalidateTagsKey = () => { return revalidateTag(KEY_TAGS); };

export const revalidateAllKeys = () => {
  revalidatePhotosKey();
  revalidateTagsKey();
};
