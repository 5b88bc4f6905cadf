"use server";

import { revalidateTag } from "next/cache";

export async function saveCart(id) {
  revalidateTag(`cart-${id}`);
}
