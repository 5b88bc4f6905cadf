"use server";

import { revalidateTag, updateTag } from "next/cache";
import { db } from "../../lib/db";

export async function saveTrades(userId: string, trades: string[]) {
  for (const id of trades) await db.save({ id, userId });
  revalidateTag(`trades-${userId}`, { expire: 0 });
}

export async function removeTrade(userId: string, id: string) {
  await db.remove(id);
  updateTag(`trades-${userId}`);
}
