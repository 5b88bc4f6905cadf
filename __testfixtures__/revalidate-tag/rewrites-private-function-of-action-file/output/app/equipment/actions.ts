"use server";

import { revalidateTag, updateTag } from "next/cache";
import { db } from "../../lib/db";

async function invalidateFighter(fighterId: string) {
  updateTag(`fighter-${fighterId}`);
}

const logOnly = (id: string) => {
  revalidateTag(`log-${id}`, "max");
};

export async function sellEquipment(fighterId: string, id: string) {
  await db.remove(id);
  await invalidateFighter(fighterId);
}
