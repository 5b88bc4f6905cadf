"use server";

import { revalidateTag } from "next/cache";
import { db } from "../../lib/db";

async function invalidateFighter(fighterId: string) {
  revalidateTag(`fighter-${fighterId}`);
}

const logOnly = (id: string) => {
  revalidateTag(`log-${id}`);
};

export async function sellEquipment(fighterId: string, id: string) {
  await db.remove(id);
  await invalidateFighter(fighterId);
}
