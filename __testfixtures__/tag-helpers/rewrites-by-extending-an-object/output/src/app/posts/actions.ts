"use server";

import { updateTag } from "next/cache";
import { userTags, postTags, commentTags } from "@/lib/tags";

export async function publish(slug: string, author: string) {
  updateTag(postTags.list());
  updateTag(postTags.record(slug));
  updateTag(userTags.record(author));
}

export async function comment(postId: string) {
  updateTag(commentTags.list(postId));
}
