import { revalidateTag } from 'next/cache'
import { inngest } from './client'

export const invoicePaid = inngest.createFunction(
  { id: 'invoice-paid' },
  { event: 'invoice/paid' },
  async ({ event, step }) => {
    await step.run('expire', () => {
      revalidateTag(`invoice:${event.data.id}`)
    })
  },
)
