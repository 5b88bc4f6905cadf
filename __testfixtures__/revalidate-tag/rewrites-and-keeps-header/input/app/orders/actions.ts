/*
 * Copyright Acme Inc. All rights reserved.
 */

"use server";

import { revalidateTag } from "next/cache"; // invalidation


export async function refund(id: string) {
  revalidateTag(
    `order-${id}`, // one order
  );
}
