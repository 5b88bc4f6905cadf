import { revalidateTag } from "next/cache";

// The archive page went away in the spring; its helper stayed.
export function revalidateArchive(year: number) {
  revalidateTag(`archive-${year}`);
}
