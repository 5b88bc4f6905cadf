"use server"

import { unstable_expirePath as expirePath, unstable_expireTag as expireTag } from "next/cache"

export async function createTable() {
  expirePath("/tables")
  expireTag("tables")
}
