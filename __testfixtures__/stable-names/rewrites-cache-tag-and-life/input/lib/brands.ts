import { cacheTag, unstable_cacheLife } from "next/cache";

export async function getBrands() {
  "use cache";
  cacheTag("brands");
  unstable_cacheLife({ revalidate: 60 });
  return [];
}
