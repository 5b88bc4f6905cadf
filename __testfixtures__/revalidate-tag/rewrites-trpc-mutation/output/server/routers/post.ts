import { revalidateTag } from 'next/cache'
import { publicProcedure, router } from '../trpc'

export const postRouter = router({
  like: publicProcedure
    .input((value) => value as { slug: string })
    .mutation(async ({ input }) => {
      revalidateTag(`likes:${input.slug}`, 'max')
      return { slug: input.slug }
    }),
})
