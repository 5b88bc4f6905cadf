"use server";

import { updateTag } from "next/cache";

export async function rename() {
  updateTag("profile");
}
