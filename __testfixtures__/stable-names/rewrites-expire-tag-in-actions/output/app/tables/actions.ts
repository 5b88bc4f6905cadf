"use server"

import { revalidatePath as expirePath, updateTag } from "next/cache"

export async function createTable() {
  expirePath("/tables")
  updateTag("tables")
}
