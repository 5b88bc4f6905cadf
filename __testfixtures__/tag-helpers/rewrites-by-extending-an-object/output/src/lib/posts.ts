import { cacheTag } from "next/cache";
import { postTags, commentTags } from "./tags";

export async function listPosts() {
  "use cache";
  cacheTag(postTags.list());
  return [];
}

export async function getPost(slug: string) {
  "use cache";
  cacheTag(postTags.record(slug));
  return { slug };
}

export async function getComments(postId: string) {
  "use cache";
  cacheTag(commentTags.list(postId));
  return [postId];
}
