import { serve } from 'inngest/next'
import { inngest } from '../../../jobs/client'
import { invoicePaid } from '../../../jobs/invoice-paid'

export const { GET, POST, PUT } = serve({ client: inngest, functions: [invoicePaid] })
