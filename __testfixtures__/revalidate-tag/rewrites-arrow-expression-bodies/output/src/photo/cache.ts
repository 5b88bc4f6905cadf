import { updateTag } from 'next/cache';

const KEY_PHOTOS = 'photos';
const KEY_TAGS = 'tags';

export const revalidatePhotosKey = () => updateTag(KEY_PHOTOS);

const revalidateTagsKey = () => { return updateTag(KEY_TAGS); };

export const revalidateAllKeys = () => {
  revalidatePhotosKey();
  revalidateTagsKey();
};
