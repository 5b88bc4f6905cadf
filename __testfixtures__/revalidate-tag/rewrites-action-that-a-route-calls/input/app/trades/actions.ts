"use server";

import { revalidateTag } from "next/cache";
import { db } from "../../lib/db";

export async function saveTrades(userId: string, trades: string[]) {
  for (const id of trades) await db.save({ id, userId });
  revalidateTag(`trades-${userId}`);
}

export async function removeTrade(userId: string, id: string) {
  await db.remove(id);
  revalidateTag(`trades-${userId}`);
}
