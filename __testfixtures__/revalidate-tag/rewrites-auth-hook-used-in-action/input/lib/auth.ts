import { betterAuth } from "better-auth"
import { revalidateTag } from "next/cache"

export const auth = betterAuth({
  databaseHooks: {
    user: {
      update: {
        async after(user) {
          revalidateTag(`user:${user.id}`)
        },
      },
    },
  },
})
