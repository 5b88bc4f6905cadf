"use server";

import { updateTag } from "next/cache";
import { userTags } from "@/lib/tags";

export async function publish(slug: string, author: string) {
  updateTag("posts");
  updateTag(`post-${slug}`);
  updateTag(userTags.record(author));
}

export async function comment(postId: string) {
  updateTag(`comments-${postId}`);
}
