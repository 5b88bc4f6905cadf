import { unstable_cache } from "next/cache";
import { projectCache } from "./cache";

export const getProject = (id: string) =>
  unstable_cache(async () => ({ id }), [`getProject-${id}`], { tags: [projectCache.tag.byId(id)] })();
