"use server";

import { updateTag } from "next/cache";

export async function saveCart(id) {
  updateTag(`cart-${id}`);
}
