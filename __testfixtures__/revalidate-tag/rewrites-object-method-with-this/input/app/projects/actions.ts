"use server";

import { projectCache } from "../../lib/project/cache";

export async function renameProject(id: string) {
  projectCache.revalidate({ id });
}
