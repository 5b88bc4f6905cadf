export { runtime } from '../../../lib/settings'

export function GET() {
  return Response.json([])
}
