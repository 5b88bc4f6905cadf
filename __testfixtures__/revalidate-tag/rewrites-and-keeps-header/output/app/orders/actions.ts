/*
 * Copyright Acme Inc. All rights reserved.
 */

"use server";

import { updateTag } from "next/cache"; // invalidation


export async function refund(id: string) {
  updateTag(
    `order-${id}`, // one order
  );
}
