"use server"

import { unstable_expireTag } from "next/cache"

export async function createRow(id: string) {
  unstable_expireTag("rows", `row-${id}`)
}
