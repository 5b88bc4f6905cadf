"use server"

import { updateTag } from "next/cache"
import { db } from "../db"

const cacheTagFor = async (name: string) => `${name}-${process.env.REGION}`

export async function addToCart(id: string) {
  return db
    .save({ id })
    .then(async () => {
      const tag = await cacheTagFor("carts")
      updateTag(tag)
    })
    .catch((error) => {
      throw error
    })
}

export async function emptyCarts(ids: string[]) {
  await Promise.all(ids.map(async (id) => updateTag(`cart-${id}`)))
  await Promise.all([db.remove("all"), updateTag("carts")])
  await updateTag("totals")
}
