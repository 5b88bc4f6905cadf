'use server'

import { revalidateTag } from 'next/cache'
import { authedProcedure } from '../../lib/procedures'

export const emptyCart = authedProcedure
  .createServerAction()
  .input((value) => value as { cartId: string })
  .handler(async ({ input, ctx }) => {
    revalidateTag(`cart:${input.cartId}`)
    return ctx.userId
  })
