import { mode } from '../../../lib/mode'

const runtime = mode

export { runtime }

export function GET() {
  return Response.json([])
}
