"use server";

import { revalidateTag } from "next/cache";

export async function rename() {
  revalidateTag("profile");
}
