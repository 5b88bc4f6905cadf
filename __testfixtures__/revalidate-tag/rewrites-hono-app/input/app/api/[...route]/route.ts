import { handle } from 'hono/vercel'
import { api } from '../../../server/api'

const handler = handle(api)

export { handler as DELETE, handler as POST }
