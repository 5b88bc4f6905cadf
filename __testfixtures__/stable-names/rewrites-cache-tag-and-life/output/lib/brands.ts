import { cacheLife, cacheTag } from "next/cache";

export async function getBrands() {
  "use cache";
  cacheTag("brands");
  cacheLife({ revalidate: 60 });
  return [];
}
