import { revalidateTag } from "next/cache";

export async function saveUser(user) {
  revalidateTag("getUser", "max");
  return user;
}
