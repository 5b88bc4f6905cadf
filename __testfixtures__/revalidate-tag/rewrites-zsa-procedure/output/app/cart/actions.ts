'use server'

import { updateTag } from 'next/cache'
import { authedProcedure } from '../../lib/procedures'

export const emptyCart = authedProcedure
  .createServerAction()
  .input((value) => value as { cartId: string })
  .handler(async ({ input, ctx }) => {
    updateTag(`cart:${input.cartId}`)
    return ctx.userId
  })
