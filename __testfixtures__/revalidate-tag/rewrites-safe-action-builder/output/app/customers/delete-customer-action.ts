"use server";

import { authActionClient } from "@/lib/safe-action";
import { updateTag } from "next/cache";

export const deleteCustomerAction = authActionClient
  .inputSchema((value) => value as { id: string })
  .action(async ({ parsedInput: { id }, ctx: { userId } }) => {
    updateTag(`customers_${userId}`);
    return id;
  });
