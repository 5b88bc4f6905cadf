import { betterAuth } from "better-auth"
import { revalidateTag } from "next/cache"

export const auth = betterAuth({
  databaseHooks: {
    user: {
      create: {
        after: async (user) => {
          revalidateTag("users")
        },
      },
    },
  },
})
