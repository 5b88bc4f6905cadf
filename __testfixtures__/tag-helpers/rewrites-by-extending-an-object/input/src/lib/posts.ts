import { cacheTag } from "next/cache";
import { postTags } from "./tags";

export async function listPosts() {
  "use cache";
  cacheTag(postTags.list());
  return [];
}

export async function getPost(slug: string) {
  "use cache";
  cacheTag(`post-${slug}`);
  return { slug };
}

export async function getComments(postId: string) {
  "use cache";
  cacheTag(`comments-${postId}`);
  return [postId];
}
