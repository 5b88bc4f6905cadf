"use server";

import { authActionClient } from "@/lib/safe-action";
import { revalidateTag } from "next/cache";

export const deleteCustomerAction = authActionClient
  .inputSchema((value) => value as { id: string })
  .action(async ({ parsedInput: { id }, ctx: { userId } }) => {
    revalidateTag(`customers_${userId}`);
    return id;
  });
