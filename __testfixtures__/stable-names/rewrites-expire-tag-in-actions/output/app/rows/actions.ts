"use server"

import { updateTag } from "next/cache"

export async function createRow(id: string) {
  updateTag("rows")
  updateTag(`row-${id}`)
}
