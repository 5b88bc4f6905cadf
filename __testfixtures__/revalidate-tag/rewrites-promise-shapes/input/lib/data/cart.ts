"use server"

import { revalidateTag } from "next/cache"
import { db } from "../db"

const cacheTagFor = async (name: string) => `${name}-${process.env.REGION}`

export async function addToCart(id: string) {
  return db
    .save({ id })
    .then(async () => {
      const tag = await cacheTagFor("carts")
      revalidateTag(tag)
    })
    .catch((error) => {
      throw error
    })
}

export async function emptyCarts(ids: string[]) {
  await Promise.all(ids.map(async (id) => revalidateTag(`cart-${id}`)))
  await Promise.all([db.remove("all"), revalidateTag("carts")])
  await revalidateTag("totals")
}
