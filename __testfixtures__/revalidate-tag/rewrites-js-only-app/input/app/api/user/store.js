import { revalidateTag } from "next/cache";

export async function saveUser(user) {
  revalidateTag("getUser");
  return user;
}
